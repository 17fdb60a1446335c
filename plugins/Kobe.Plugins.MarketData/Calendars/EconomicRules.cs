using Kobe.Core.Markets;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>The usual days of the monthly and weekly releases, for whoever has no calendar of a vendor.</summary>
/// <remarks>
/// House conventions after the agencies' habits: a release that the agency has moved is a day or more off. The owner's
/// own file <c>desk/events/economic.csv</c> takes the rules' place for the dates that it spans.
/// </remarks>
internal static class EconomicRules
{
    /// <summary>The releases of a date, in order of time; none on a date without a session.</summary>
    public static IEnumerable<(TimeOnly At, string Name)> On(DateOnly date, ExchangeCalendar calendar)
    {
        if (calendar.On(date).Session is null)
        {
            yield break;
        }

        foreach (var name in Early(date, calendar))
        {
            yield return (new(8, 30), name);
        }

        foreach (var name in Late(date, calendar))
        {
            yield return (new(10, 0), name);
        }

        if (Weekly(date, DayOfWeek.Wednesday, calendar))
        {
            yield return (new(10, 30), "Petroleum status");
        }
    }

    private static IEnumerable<string> Early(DateOnly date, ExchangeCalendar calendar)
    {
        if (date == Employment(date, calendar))
        {
            yield return "Employment report";
        }

        if (Weekly(date, DayOfWeek.Thursday, calendar))
        {
            yield return "Initial jobless claims";
        }

        var prices = OnOrAfter(Nth(date, DayOfWeek.Wednesday, 10), calendar);
        if (date == prices)
        {
            yield return "Consumer prices";
        }

        if (date == OnOrAfter(prices.AddDays(1), calendar))
        {
            yield return "Producer prices";
        }

        if (date == OnOrAfter(new(date.Year, date.Month, 15), calendar))
        {
            yield return "Retail sales";
        }

        if (date.Month % 3 == 1 && date == Last(date, DayOfWeek.Thursday))
        {
            yield return "Gross domestic product, first estimate";
        }

        if (date == Last(date, DayOfWeek.Friday))
        {
            yield return "Personal income and outlays";
        }
    }

    private static IEnumerable<string> Late(DateOnly date, ExchangeCalendar calendar)
    {
        if (date == Session(date, 1, calendar))
        {
            yield return "Purchasing managers, manufacturing";
        }

        if (date == Session(date, 3, calendar))
        {
            yield return "Purchasing managers, services";
        }

        if (date == Nth(date, DayOfWeek.Tuesday, 1))
        {
            yield return "Job openings";
        }

        if (date == Nth(date, DayOfWeek.Friday, 8) || date == Nth(date, DayOfWeek.Friday, 22))
        {
            yield return "Consumer sentiment";
        }

        if (date == Last(date, DayOfWeek.Tuesday))
        {
            yield return "Consumer confidence";
        }

        if (date == OnOrAfter(new(date.Year, date.Month, 20), calendar))
        {
            yield return "Existing home sales";
        }

        if (date == OnOrAfter(new(date.Year, date.Month, 24), calendar))
        {
            yield return "New home sales";
        }
    }

    // The first Friday; the second when the year begins on the first, the day before when the exchange is closed.
    private static DateOnly Employment(DateOnly date, ExchangeCalendar calendar)
    {
        var friday = Nth(date, DayOfWeek.Friday, 1);
        return friday is { Month: 1, Day: 1 } ? friday.AddDays(7)
            : calendar.On(friday).Session is null ? calendar.PreviousSession(friday)!.Date : friday;
    }

    // A week's figures come a day later after a closed Monday, and a day earlier before a closed day.
    private static bool Weekly(DateOnly date, DayOfWeek day, ExchangeCalendar calendar)
    {
        var usual = date.AddDays((int)day - (int)date.DayOfWeek);
        return day == DayOfWeek.Wednesday && calendar.On(usual.AddDays(-2)).Session is null
            ? date == usual.AddDays(1)
            : calendar.On(usual).Session is null ? date == usual.AddDays(-1) : date == usual;
    }

    // The first such weekday on or after a day of the month.
    private static DateOnly Nth(DateOnly month, DayOfWeek day, int from)
    {
        var first = new DateOnly(month.Year, month.Month, from);
        return first.AddDays(((int)day - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly Last(DateOnly month, DayOfWeek day)
    {
        var last = new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)day + 7) % 7));
    }

    private static DateOnly OnOrAfter(DateOnly date, ExchangeCalendar calendar) =>
        calendar.NextSession(date.AddDays(-1))!.Date;

    private static DateOnly Session(DateOnly month, int nth, ExchangeCalendar calendar)
    {
        var date = new DateOnly(month.Year, month.Month, 1).AddDays(-1);
        for (var i = 0; i < nth; i++)
        {
            date = calendar.NextSession(date)!.Date;
        }

        return date;
    }
}
