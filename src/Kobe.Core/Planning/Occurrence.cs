using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>One time that a row falls due.</summary>
/// <param name="Task">The row.</param>
/// <param name="Key">Its identity; its date is the one that was expanded.</param>
/// <param name="Due">The instant (UTC) at which it should start.</param>
/// <param name="Expires">The instant (UTC) from which it must not start any more.</param>
public readonly record struct Occurrence(
    ScheduledTask Task, OccurrenceKey Key, DateTimeOffset Due, DateTimeOffset Expires)
{
    /// <summary>Whether it can run at all.</summary>
    public Standing Standing { get; init; }

    /// <summary>The slot that stands for it too, when it is coalesced; otherwise null.</summary>
    public OccurrenceKey? Into { get; init; }

    /// <summary>The date that was expanded, in the row's zone; for anchors the session's date.</summary>
    public DateOnly Date => Key.Date;
}
