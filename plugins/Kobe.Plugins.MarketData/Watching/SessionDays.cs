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

    /// <summary>The last session that had closed before today began.</summary>
    public static TradingDay? Yesterday(this DeskSession desk) =>
        desk.Market.Calendar.PreviousSession(desk.Today);

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
