namespace Kobe.Core.Runs;

/// <summary>Folds the journal's events to what became of each attempt, in the order of their ends.</summary>
public sealed class HistoryFold
{
    private readonly Dictionary<OccurrenceKey, Known> _known = [];
    private readonly List<HistoryRow> _rows = [];

    /// <summary>What has ended, oldest first, and what runs at the end.</summary>
    public IReadOnlyList<HistoryRow> Rows()
    {
        var rows = new List<HistoryRow>(_rows);
        foreach (var (key, known) in _known)
        {
            if (known.StartedAt is { } started)
            {
                rows.Add(new(key, known.Attempt, "running", null, known.Due, started, null, null, null, known.By));
            }
        }

        return rows;
    }

    /// <summary>Adds the next event.</summary>
    public void Add(RunEvent what)
    {
        switch (what)
        {
            case RunEvent.Queued queued: Of(queued.Key).Due = queued.Due; break;
            case RunEvent.Triggered triggered:
                (Of(triggered.Key).Due, Of(triggered.Key).By) = (triggered.Due, triggered.By);
                break;
            case RunEvent.Started started:
                (Of(started.Key).StartedAt, Of(started.Key).Attempt) = (started.At, started.Attempt);
                break;
            case RunEvent.Ended ended: End(ended); break;
            case RunEvent.Closed closed:
                Row(closed.Key, closed.At, Word(closed.State), closed.Into is { } into
                    ? $"{closed.Reason} (into {into})"
                    : closed.Reason, due: closed.Due);
                _known.Remove(closed.Key);
                break;
            case RunEvent.Reconciled reconciled:
                Row(reconciled.Key, reconciled.At, Word(reconciled.Next, RunResult.Unknown),
                    $"its handler was asked: {reconciled.Answer}");
                break;
            case RunEvent.Resolved resolved:
                Row(resolved.Key, resolved.At, resolved.How switch
                {
                    Resolution.Done => "succeeded",
                    Resolution.Rerun => "retry",
                    _ => "cancelled",
                }, $"resolved: {resolved.Reason}", by: resolved.By);
                break;
            default: break;
        }
    }

    private Known Of(OccurrenceKey key)
    {
        if (!_known.TryGetValue(key, out var known))
        {
            _known[key] = known = new();
        }

        return known;
    }

    private void End(RunEvent.Ended ended)
    {
        var known = Of(ended.Key);
        _rows.Add(new(
            ended.Key, ended.Attempt, Word(ended.Next, ended.Result), ended.Reason, known.Due, known.StartedAt,
            ended.At, ended.DurationMs, ended.Error, known.By));
        known.StartedAt = null;
        if (ended.Next.Kind == NextKind.Final)
        {
            _known.Remove(ended.Key);
        }
    }

    private void Row(
        OccurrenceKey key, DateTimeOffset at, string outcome, string reason, DateTimeOffset? due = null,
        string? by = null)
    {
        var known = _known.GetValueOrDefault(key);
        _rows.Add(new(
            key, known?.Attempt ?? 0, outcome, reason, due ?? known?.Due, null, at, null, null, by ?? known?.By));
    }

    private static string Word(NextStep next, RunResult result) => next.Kind switch
    {
        NextKind.Final => Word(next.State),
        NextKind.Held => "held",
        NextKind.Reconcile => "asked",
        _ => result switch
        {
            RunResult.Snoozed => "snoozed",
            RunResult.Preempted => "preempted",
            _ => "retry",
        },
    };

    private static string Word(FinalState state) => RunWords.FinalStates[(int)state].Value;

    private sealed class Known
    {
        public DateTimeOffset? Due { get; set; }

        public string? By { get; set; }

        public DateTimeOffset? StartedAt { get; set; }

        public int Attempt { get; set; }
    }
}
