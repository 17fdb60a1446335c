using Kobe.Core.Markets;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Watching;

/// <summary>Sessions as seen from an attempt.</summary>
internal static class SessionDays
{
    /// <summary>The last session that has closed by now; null before the calendar's first.</summary>
    public static TradingDay? LastComplete(this DeskSession desk)
    {
        var today = desk.Market.Calendar.On(desk.Today);
        return today.Session?.Close <= desk.Now ? today : desk.Market.Calendar.PreviousSession(desk.Today);
    }

    /// <summary>The last complete sessions, oldest first.</summary>
    /// <param name="desk">The desk, as of now.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<TradingDay> LastSessions(this DeskSession desk, int count)
    {
        var days = new List<TradingDay>();
        for (var day = desk.LastComplete(); day is not null && days.Count < count;
            day = desk.Market.Calendar.PreviousSession(day.Date))
        {
            days.Add(day);
        }

        days.Reverse();
        return days;
    }

    /// <summary>The session that is on now; null when the market is closed.</summary>
    public static Session? OpenNow(this DeskSession desk) =>
        desk.Market.Calendar.On(desk.Today).Session is { } session && desk.Now >= session.Open
            && desk.Now < session.Close ? session : null;

    /// <summary>The dates with a session in a span.</summary>
    /// <param name="calendar">The exchange.</param>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date.</param>
    public static IEnumerable<TradingDay> Sessions(this ExchangeCalendar calendar, DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to && ExchangeCalendar.Covers(date); date = date.AddDays(1))
        {
            if (calendar.On(date) is { Session: not null } day)
            {
                yield return day;
            }
        }
    }
}
