using Kobe.Core.Runs;

namespace Kobe.History;

/// <summary>Which rows of the history are asked for.</summary>
/// <param name="From">The first civil date of occurrences.</param>
/// <param name="To">The last one.</param>
internal sealed record HistoryQuery(DateOnly From, DateOnly To)
{
    /// <summary>How many rows are told without being asked for more.</summary>
    public const int UsualLimit = 100;

    /// <summary>The most that are told at once.</summary>
    public const int LimitMax = 10_000;

    /// <summary>Outcomes that can be asked for.</summary>
    public static readonly string[] Outcomes =
    [
        "succeeded", "failed", "skipped", "expired", "missed", "coalesced", "interrupted", "cancelled", "removed",
        "disabled", "retry", "snoozed", "preempted", "asked", "held", "running",
    ];

    /// <summary>Only this task; null for all.</summary>
    public string? Task { get; init; }

    /// <summary>Only this occurrence; null for all.</summary>
    public OccurrenceKey? Key { get; init; }

    /// <summary>Only this outcome; null for all.</summary>
    public string? Outcome { get; init; }

    /// <summary>The newest so many.</summary>
    public int Limit { get; init; } = UsualLimit;

    /// <summary>Whether a row is asked for.</summary>
    public bool Wants(HistoryRow row) => row.Key.Date >= From && row.Key.Date <= To
        && (Task is null || row.Key.Task == Task) && (Key is null || row.Key == Key)
        && (Outcome is null || row.Outcome == Outcome);
}
