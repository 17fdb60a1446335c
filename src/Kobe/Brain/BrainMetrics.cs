using System.Collections.Concurrent;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>What is counted since the start, beside what a snapshot shows. The loop counts, any thread may read.
/// </summary>
internal sealed class BrainMetrics
{
    // Reasons are texts of people and handlers; more kinds than these are one.
    private const int KindsMax = 60;
    private const int DueKept = 20_000;

    private readonly Dictionary<OccurrenceKey, DateTimeOffset> _due = [];
    private readonly ConcurrentDictionary<(string State, string Reason), long> _outcomes = new();
    private readonly ConcurrentDictionary<string, TimeHistogram> _durations = new(StringComparer.Ordinal);
    private long _runnersGone;

    /// <summary>Start minus due, of first starts that the schedule asked for.</summary>
    public TimeHistogram Lateness { get; } = new();

    /// <summary>How long the journal's syncs take.</summary>
    public TimeHistogram Sync { get; } = new();

    /// <summary>How long attempts ran, by how they ended.</summary>
    public IEnumerable<KeyValuePair<string, TimeHistogram>> Durations => _durations.OrderBy(one => one.Key);

    /// <summary>Told of each attempt: how it ended, and how many seconds it ran; null when nobody wants to
    /// know.</summary>
    public Action<string, double>? Ran { get; set; }

    /// <summary>How many occurrences ended how, and why in a word.</summary>
    public IEnumerable<KeyValuePair<(string State, string Reason), long>> Outcomes =>
        _outcomes.OrderBy(one => one.Key.State).ThenBy(one => one.Key.Reason);

    /// <summary>Processes for handlers that went away.</summary>
    public long RunnersGone => Interlocked.Read(ref _runnersGone);

    /// <summary>A process for handlers is gone.</summary>
    public void CountRunnerGone() => Interlocked.Increment(ref _runnersGone);

    /// <summary>Counts what the journal took.</summary>
    public void Count(RunEvent what)
    {
        switch (what)
        {
            case RunEvent.Queued queued when _due.Count < DueKept:
                _due[queued.Key] = queued.Due;
                break;
            case RunEvent.Started started:
                if (_due.Remove(started.Key, out var due))
                {
                    Lateness.Add(started.At - due);
                }

                break;
            case RunEvent.Closed closed:
                _due.Remove(closed.Key);
                Outcome(closed.State, closed.Reason);
                break;
            case RunEvent.Ended ended:
                var result = ended.Result.ToString().ToLowerInvariant();
                _durations.GetOrAdd(result, _ => new()).Add(TimeSpan.FromMilliseconds(ended.DurationMs, 0));
                Ran?.Invoke(result, ended.DurationMs / 1000.0);
                if (ended.Next.Kind == NextKind.Final)
                {
                    Outcome(ended.Next.State, ended.Reason ?? "");
                }

                break;
            default:
                break;
        }
    }

    private void Outcome(FinalState state, string reason)
    {
        var key = (state.ToString().ToLowerInvariant(), Kind(reason));
        key = _outcomes.Count < KindsMax || _outcomes.ContainsKey(key) ? key : (key.Item1, "other");
        _outcomes.AddOrUpdate(key, 1, (_, count) => count + 1);
    }

    // The first word says what kind of reason it is: filter, lag, calendar, need.
    private static string Kind(string reason)
    {
        var end = 0;
        while (end < reason.Length && end < 24 && (char.IsAsciiLetter(reason[end]) || reason[end] is '-' or '_'))
        {
            end++;
        }

        return reason[..end].ToLowerInvariant();
    }
}
