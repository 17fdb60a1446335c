namespace Kobe.Core.Runs;

/// <summary>One attempt, or the end of an occurrence that never started, as the journal tells it.</summary>
/// <param name="Key">Which occurrence.</param>
/// <param name="Attempt">The attempt's number; 0 when it never started.</param>
/// <param name="Outcome">A final state in lower case; <c>retry</c>, <c>snoozed</c>, <c>preempted</c>, <c>asked</c> or
/// <c>held</c> when it went on; <c>running</c> when it has not ended.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Due">When it fell due, UTC; null when that was before what was read.</param>
/// <param name="StartedAt">When it started, UTC; null when it never did.</param>
/// <param name="EndedAt">When it ended or was decided, UTC; null while it runs.</param>
/// <param name="DurationMs">How long it ran by the monotonic clock, in milliseconds.</param>
/// <param name="Error">The error's text.</param>
/// <param name="By">Who triggered or resolved it; null when the schedule did.</param>
public sealed record HistoryRow(
    OccurrenceKey Key,
    int Attempt,
    string Outcome,
    string? Reason,
    DateTimeOffset? Due,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    long? DurationMs,
    string? Error,
    string? By)
{
    /// <summary>Start minus due, in milliseconds, for a first start that the schedule asked for; else null.</summary>
    public long? LatenessMs => StartedAt is { } started && Due is { } due && Attempt == 1 && By is null
        ? (long)Math.Max(0, (started - due).TotalMilliseconds)
        : null;

    /// <summary>Whether the occurrence is over with it.</summary>
    public bool IsFinal => Outcome is not ("retry" or "snoozed" or "preempted" or "asked" or "held" or "running");
}
