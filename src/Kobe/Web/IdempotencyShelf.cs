using System.Security.Cryptography;
using Kobe.Control;

namespace Kobe.Web;

/// <summary>Remembers answers by Idempotency-Key: the same call twice is done once and answered twice.</summary>
/// <remarks>
/// In memory, for a day. A trigger outlives a restart besides: its key in the journal is made of the same name.
/// </remarks>
internal sealed class IdempotencyShelf(TimeProvider time)
{
    private const int KeptMax = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Does it, unless the same was done or is being done.</summary>
    /// <param name="key">The key, as the client names it.</param>
    /// <param name="call">What is called: path and body.</param>
    /// <param name="act">Does it.</param>
    /// <returns>The answer, and whether it is one from before; null when the key was another call's.</returns>
    public async Task<(ControlAnswer Answer, bool IsReplay)?> Do(string key, byte[] call, Func<Task<ControlAnswer>> act)
    {
        var hash = Convert.ToHexString(SHA256.HashData(call));
        TaskCompletionSource<ControlAnswer>? mine = null;
        Task<ControlAnswer> answer;
        lock (_gate)
        {
            Forget();
            if (_entries.TryGetValue(key, out var known))
            {
                if (known.Call != hash)
                {
                    return null;
                }

                answer = known.Answer;
            }
            else
            {
                mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
                answer = mine.Task;
                _entries[key] = new(hash, answer, time.GetTimestamp());
                _order.Enqueue(key);
            }
        }

        if (mine is not null)
        {
            await Act(key, mine, act).ConfigureAwait(false);
        }

        return (await answer.ConfigureAwait(false), mine is null);
    }

    private async Task Act(string key, TaskCompletionSource<ControlAnswer> mine, Func<Task<ControlAnswer>> act)
    {
        try
        {
            var answer = await act().ConfigureAwait(false);
            if (answer.Outcome is ControlOutcome.Pending or ControlOutcome.Failed)
            {
                // Who asks again shall learn how it went on.
                Drop(key);
            }

            mine.SetResult(answer);
        }
#pragma warning disable CA1031 // Handed on to everybody who waits for it, the caller among them.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Drop(key);
            mine.SetException(error);
        }
    }

    private void Drop(string key)
    {
        lock (_gate)
        {
            _entries.Remove(key);
        }
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest)
            && (_order.Count >= KeptMax || !_entries.TryGetValue(oldest, out var entry)
                || time.GetElapsedTime(entry.At) > Kept))
        {
            _order.Dequeue();
            _entries.Remove(oldest);
        }
    }

    private sealed record Entry(string Call, Task<ControlAnswer> Answer, long At);
}
