using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>One thing that happened, for whoever watches.</summary>
/// <param name="Seq">Its number in the journal, by which watching resumes; null when the journal has no such
/// line.</param>
/// <param name="Kind">planned, started, ended, skipped, context, state or alert.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Event">What the journal has of it, or null.</param>
/// <param name="Text">Else: what it says.</param>
internal sealed record FeedItem(long? Seq, string Kind, DateTimeOffset At, RunEvent? Event, string? Text = null)
{
    /// <summary>What an event of the journal is for watchers; null when it is nothing to them.</summary>
    public static FeedItem? Of(long seq, RunEvent what) => KindOf(what) is { } kind
        ? new(seq, kind, what.At, what)
        : null;

    private static string? KindOf(RunEvent what) => what switch
    {
        RunEvent.Queued or RunEvent.Triggered => "planned",
        RunEvent.Started => "started",
        RunEvent.Ended or RunEvent.Reconciled or RunEvent.Resolved => "ended",
        RunEvent.Closed or RunEvent.BulkMissed => "skipped",
        RunEvent.Control or RunEvent.Loaded or RunEvent.Quarantined or RunEvent.Unquarantined or RunEvent.ClockStepped
            or RunEvent.Booted or RunEvent.Stopped => "state",
        _ => null,
    };
}
