namespace Kobe.Core.Markets;

/// <summary>A set of days of the week.</summary>
public readonly record struct WeekdaySet
{
    private readonly byte _bits;

    /// <summary>A set of these days.</summary>
    /// <param name="days">The days; an order or repetition does not matter.</param>
    public WeekdaySet(params ReadOnlySpan<DayOfWeek> days)
    {
        foreach (var day in days)
        {
            _bits |= (byte)(1 << (int)day);
        }
    }

    /// <summary>Monday to Friday.</summary>
    public static WeekdaySet MondayToFriday { get; } = new(
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday);

    /// <summary>All seven.</summary>
    public static WeekdaySet All { get; } = new(
        DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday,
        DayOfWeek.Friday, DayOfWeek.Saturday);

    /// <summary>Whether a day belongs to the set.</summary>
    /// <param name="day">The day of the week.</param>
    public bool Contains(DayOfWeek day) => (_bits & (1 << (int)day)) != 0;
}
