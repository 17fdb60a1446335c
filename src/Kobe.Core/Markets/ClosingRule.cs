namespace Kobe.Core.Markets;

/// <summary>A holiday on which the exchange is closed the whole day.</summary>
/// <param name="Name">The holiday's name.</param>
/// <param name="Date">When it falls.</param>
/// <param name="Observance">What happens when that is a weekend.</param>
/// <param name="From">First date on which the rule holds; null means always.</param>
/// <param name="Until">Last date on which the rule holds; null means still.</param>
public sealed record ClosingRule(
    string Name, YearlyDate Date, Observance Observance, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>The weekday that is closed for this holiday, or null. It may lie in the year before or after.</summary>
    /// <param name="year">The year of the holiday itself.</param>
    public DateOnly? ObservedIn(int year)
    {
        if (Date.In(year) is not { } date || date < From || date > Until)
        {
            return null;
        }

        return (date.DayOfWeek, Observance) switch
        {
            (DayOfWeek.Saturday, Observance.NearestWeekday) => date.AddDays(-1),
            (DayOfWeek.Sunday, not Observance.OnTheDay) => date.AddDays(1),
            _ => date,
        };
    }
}
