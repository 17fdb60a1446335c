using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>One time that a row falls due.</summary>
/// <remarks>A year of a schedule has a million of them, so instants are kept as ticks.</remarks>
public readonly record struct Occurrence
{
    private readonly long _due;
    private readonly long _expires;
    private readonly string? _intoSlot;
    private readonly DateOnly _intoDate;

    /// <summary>An occurrence that stands.</summary>
    /// <param name="task">The row.</param>
    /// <param name="key">Its identity; its date is the one that was expanded.</param>
    /// <param name="due">The instant (UTC) at which it should start.</param>
    /// <param name="expires">The instant (UTC) from which it must not start any more.</param>
    public Occurrence(ScheduledTask task, OccurrenceKey key, DateTimeOffset due, DateTimeOffset expires)
        : this(task, key, due.UtcTicks, expires.UtcTicks)
    {
    }

    internal Occurrence(ScheduledTask task, OccurrenceKey key, long due, long expires)
    {
        Task = task;
        Key = key;
        _due = due;
        _expires = expires;
    }

    /// <summary>The row.</summary>
    public ScheduledTask Task { get; }

    /// <summary>Its identity; its date is the one that was expanded.</summary>
    public OccurrenceKey Key { get; init; }

    /// <summary>The instant (UTC) at which it should start.</summary>
    public DateTimeOffset Due => UtcTicks.ToInstant(_due);

    /// <summary>The instant (UTC) from which it must not start any more.</summary>
    public DateTimeOffset Expires => UtcTicks.ToInstant(_expires);

    /// <summary>Whether it can run at all.</summary>
    public Presence Presence { get; init; }

    /// <summary>The slot that stands for it too, when it is coalesced; otherwise null.</summary>
    public OccurrenceKey? Into
    {
        get => _intoSlot is null ? null : new OccurrenceKey(Key.Task, _intoDate, _intoSlot);
        init => (_intoSlot, _intoDate) = (value?.Slot, value?.Date ?? default);
    }

    /// <summary>The date that was expanded, in the row's zone; for anchors the session's date.</summary>
    public DateOnly Date => Key.Date;

    internal long DueTicks => _due;

    /// <summary>The key and its due time, for people.</summary>
    public override string ToString() => $"{Key} due {Due:u}";
}
