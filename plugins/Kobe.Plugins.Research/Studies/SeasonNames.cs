using System.Globalization;
using Kobe.Contracts;
using Kobe.Core.Markets;

namespace Kobe.Plugins.Research.Studies;

/// <summary>The names of the groups that sessions belong to.</summary>
internal static class SeasonNames
{
    /// <summary>The group of a session.</summary>
    /// <param name="by">How sessions are put together; not by night and day, which cuts each in two.</param>
    /// <param name="date">The session's date.</param>
    /// <param name="clock">The exchange's days.</param>
    public static string Of(SeasonBy by, DateOnly date, MarketClock clock) => by switch
    {
        SeasonBy.Weekday => $"{(int)date.DayOfWeek} {date.DayOfWeek}",
        SeasonBy.Month => date.ToString("MM MMMM", CultureInfo.InvariantCulture),
        SeasonBy.MonthDay => MonthDay(date, clock.Calendar),
        SeasonBy.MonthWeek => $"week {((date.Day - 1) / 7) + 1}",
        SeasonBy.Quarter => $"quarter {((date.Month - 1) / 3) + 1}",
        SeasonBy.YearWeek => string.Create(
            CultureInfo.InvariantCulture, $"week {Math.Min(52, ((date.DayOfYear - 1) / 7) + 1):00}"),
        _ => clock.Day(date).Seasons is var seasons && seasons == Season.NONE ? "NONE" : seasons.ToString(),
    };

    // The first ten are counted from the begin, the last five from the end: both turns of a month line up.
    private static string MonthDay(DateOnly date, ExchangeCalendar calendar)
    {
        var before = 0;
        for (var day = calendar.PreviousSession(date); day?.Date.Month == date.Month;
             day = calendar.PreviousSession(day.Date))
        {
            before++;
        }

        var after = 0;
        for (var day = calendar.NextSession(date); after < 5 && day?.Date.Month == date.Month;
             day = calendar.NextSession(day.Date))
        {
            after++;
        }

        return after < 5 ? $"last {after + 1}" : before < 10 ? $"first {before + 1:00}" : "middle";
    }
}
