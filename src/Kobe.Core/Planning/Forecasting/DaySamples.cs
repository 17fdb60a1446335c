using Kobe.Core.Markets;

namespace Kobe.Core.Planning.Forecasting;

/// <summary>Plans one date of each kind: how much a schedule has to do on a plain day, an early close, a holiday and
/// the days of a weekend.</summary>
public static class DaySamples
{
    // An exchange may have no early close for a year, where Christmas and Independence Day fall on weekends; two years
    // have each of them.
    private const int DatesMax = 731;

    /// <summary>The samples, each the first date of its kind; kinds that don't come are left out.</summary>
    /// <param name="timeline">The schedule's occurrences.</param>
    /// <param name="calendars">The calendars; the default one says what a date is.</param>
    /// <param name="from">The first date that is looked at, 1990–2098.</param>
    public static IReadOnlyList<DaySample> Of(Timeline timeline, CalendarSet calendars, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(calendars);
        var calendar = calendars.Default.Calendar;
        var context = Forecaster.Blank(calendars);
        var samples = new List<DaySample>();
        foreach (var (kind, holds) in Kinds(calendar))
        {
            for (var day = 0; day < DatesMax; day++)
            {
                if (holds(from.AddDays(day)))
                {
                    samples.Add(Sample(kind, Forecaster.On(timeline, from.AddDays(day), context, absences: false)));
                    break;
                }
            }
        }

        return samples;
    }

    private static (string Kind, Func<DateOnly, bool> Holds)[] Kinds(ExchangeCalendar calendar) =>
    [
        // In the middle of a week and of a month, so that no period begins or ends with it.
        ("plain", date => Is(calendar, date, DayKind.Session) && Is(calendar, date.AddDays(-1), DayKind.Session)
            && Is(calendar, date.AddDays(1), DayKind.Session)
            && date.AddDays(-1).Month == date.Month && date.AddDays(1).Month == date.Month),
        ("early_close", date => Is(calendar, date, DayKind.EarlyClose)),
        ("holiday", date => Is(calendar, date, DayKind.Holiday)),
        ("saturday", date => date.DayOfWeek == DayOfWeek.Saturday && Is(calendar, date, DayKind.Weekend)),
        ("sunday", date => date.DayOfWeek == DayOfWeek.Sunday && Is(calendar, date, DayKind.Weekend)),
    ];

    private static bool Is(ExchangeCalendar calendar, DateOnly date, DayKind kind) => calendar.On(date).Kind == kind;

    private static DaySample Sample(string kind, DayForecast day) => new(
        kind, day.Day.Date, day.Forecasts.Count, day.Forecasts.Count(forecast => forecast.Runs),
        day.Forecasts.Where(forecast => forecast.Runs).Select(forecast => forecast.Occurrence.Task.Id).Distinct()
            .Count());
}
