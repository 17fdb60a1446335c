using Kobe.Core.Schedules;

namespace Kobe.Core.Runs;

/// <summary>When a failed attempt is tried again: pure arithmetic, the jitter drawn from the key.</summary>
public static class RetryPolicy
{
    /// <summary>How far jitter moves a wait, each way.</summary>
    public const double JitterShare = 0.1;

    /// <summary>The wait before the next attempt: base · 2^(m−1), capped, then ±10 % by the key and attempt.</summary>
    /// <param name="backoff">The row's backoff.</param>
    /// <param name="key">The occurrence.</param>
    /// <param name="attempt">The attempt that has just failed, from 1.</param>
    public static TimeSpan Wait(Backoff backoff, OccurrenceKey key, int attempt)
    {
        var wait = backoff.Before(attempt);
        var share = ((Hash(key, attempt) % 2001) / 1000.0) - 1;
        return wait + TimeSpan.FromTicks((long)(wait.Ticks * JitterShare * share));
    }

    // FNV-1a: the same on every machine and in every process, unlike string hash codes.
    private static uint Hash(OccurrenceKey key, int attempt)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var c in key.Task)
            {
                hash = (hash ^ c) * 16777619u;
            }

            foreach (var c in key.Slot)
            {
                hash = (hash ^ c) * 16777619u;
            }

            hash = (hash ^ (uint)key.Date.DayNumber) * 16777619u;
            return (hash ^ (uint)attempt) * 16777619u;
        }
    }
}
