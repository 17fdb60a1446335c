using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>The one attempt that runs, and how far its end has been asked for.</summary>
internal sealed class Lane
{
    public required Run Run { get; init; }

    public required ScheduledTask Task { get; init; }

    public required int Start { get; init; }

    public required int Attempt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it started, by the monotonic clock: time limits don't follow steps of the wall clock.</summary>
    public required TimeSpan StartedMono { get; init; }

    /// <summary>When its token is cancelled, by the monotonic clock.</summary>
    public required TimeSpan CancelMono { get; set; }

    /// <summary>When its process is killed, by the monotonic clock; null until its token was cancelled.</summary>
    public TimeSpan? KillMono { get; set; }

    /// <summary>Whether the kill was asked for.</summary>
    public bool KillAsked { get; set; }

    /// <summary>Why its end was asked for.</summary>
    public EndCause Cause { get; set; }

    /// <summary>By whom, when a person asked.</summary>
    public string? CancelledBy { get; set; }

    /// <summary>Whether it is over, and only the disk keeps that from being written down.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether this asks about an attempt in doubt instead of running one.</summary>
    public bool IsQuestion { get; init; }
}
