namespace Kobe.Core.Markets;

/// <summary>A date on which core trading ends before the usual time.</summary>
/// <param name="Name">The day's name.</param>
/// <param name="Date">When it falls.</param>
/// <param name="On">The days of the week on which the rule applies.</param>
/// <param name="Close">Wall-clock time of the close, since midnight.</param>
/// <param name="From">First date on which the rule holds; null means always.</param>
/// <param name="Until">Last date on which the rule holds; null means still.</param>
public sealed record EarlyCloseRule(
    string Name,
    YearlyDate Date,
    WeekdaySet On,
    TimeSpan Close,
    DateOnly? From = null,
    DateOnly? Until = null)
{
    /// <summary>The date in a year, or null when the rule does not apply in it.</summary>
    /// <param name="year">The year.</param>
    public DateOnly? In(int year) =>
        Date.In(year) is { } date && !(date < From) && !(date > Until) && On.Contains(date.DayOfWeek) ? date : null;
}
