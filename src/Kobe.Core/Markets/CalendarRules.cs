namespace Kobe.Core.Markets;

/// <summary>
/// All that is known of one exchange: its week, hours, yearly rules and single days. Data, not behaviour.
/// </summary>
public sealed record CalendarRules
{
    /// <summary>The name by which the schedule calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The zone in which its hours are told.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The days of the week on which it trades.</summary>
    public required WeekdaySet Week { get; init; }

    /// <summary>The usual hours.</summary>
    public required SegmentHours Hours { get; init; }

    /// <summary>The yearly closings.</summary>
    public IReadOnlyList<ClosingRule> Closings { get; init; } = [];

    /// <summary>The yearly early closes.</summary>
    public IReadOnlyList<EarlyCloseRule> EarlyCloses { get; init; } = [];

    /// <summary>The single days. A later entry of one date wins over an earlier one of the same kind.</summary>
    public IReadOnlyList<OneOffDay> OneOffDays { get; init; } = [];

    /// <summary>The last date for which the exchange has announced its hours; later days are unconfirmed.</summary>
    public DateOnly ConfirmedThrough { get; init; } = DateOnly.MaxValue;
}
