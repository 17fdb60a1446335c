using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Simulation.Faults;

namespace Kobe.Simulation;

/// <summary>How long tasks took, by the journal of a state directory.</summary>
internal static class KnownDurations
{
    /// <summary>The mean of each task's successes; nothing when there is no journal.</summary>
    /// <param name="state">The state directory.</param>
    public static Durations Read(string state)
    {
        var folder = Path.Combine(state, "journal");
        if (!Directory.Exists(folder))
        {
            return Durations.Unknown;
        }

        var sums = new Dictionary<string, (long Milliseconds, int Count)>(StringComparer.Ordinal);
        foreach (var entry in JournalReader.Read(new FileJournalMedium(folder), 1))
        {
            if (entry.Event is RunEvent.Ended { Result: RunResult.Succeeded } ended)
            {
                var (milliseconds, count) = sums.GetValueOrDefault(ended.Key.Task);
                sums[ended.Key.Task] = (milliseconds + ended.DurationMs, count + 1);
            }
        }

        return new(sums.ToDictionary(
            sum => sum.Key,
            sum => TimeSpan.FromMilliseconds(Math.Max(1, (double)sum.Value.Milliseconds / sum.Value.Count)),
            StringComparer.Ordinal));
    }
}
