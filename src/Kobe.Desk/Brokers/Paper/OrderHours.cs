using Kobe.Core.Markets;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>When an order may trade.</summary>
/// <param name="From">The first instant (UTC).</param>
/// <param name="Until">The instant (UTC) at which it expires.</param>
internal readonly record struct OrderHours(DateTimeOffset From, DateTimeOffset Until)
{
    // Alpaca's cut-offs: market-on-open orders to 09:28, market-on-close orders to ten minutes before the close, both
    // again from 19:00. That the second moves with an early close is judgement: the exchange's own cut-off does.
    private static readonly TimeSpan BeforeOpen = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BeforeClose = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Evening = TimeSpan.FromHours(19);

    // Alpaca cancels good-till-cancelled orders after some ninety days.
    private const int GtcDays = 90;

    /// <summary>The hours of an order that is placed now; null when the auction takes none.</summary>
    public static OrderHours? Of(
        TimeInForce tif, bool extended, DateTimeOffset now, ExchangeCalendar calendar)
    {
        var local = TimeZoneInfo.ConvertTime(now, calendar.Zone);
        var date = DateOnly.FromDateTime(local.DateTime);
        var today = calendar.On(date).Session;
        var next = calendar.NextSession(date)!.Session!;
        var evening = local.TimeOfDay >= Evening;
        switch (tif)
        {
            case TimeInForce.Opg when today is not null && !evening:
                return now < today.Open - BeforeOpen ? new(today.Open, today.Open) : null;
            case TimeInForce.Opg:
                return new(next.Open, next.Open);
            case TimeInForce.Cls when today is not null && !evening:
                return now < today.Close - BeforeClose ? new(today.Close, today.Close) : null;
            case TimeInForce.Cls:
                return new(next.Close, next.Close);
        }

        var end = extended ? today?.Post : today?.Close;
        var session = now < end ? today! : next;
        var from = extended ? session.Pre : session.Open;
        var until = extended ? session.Post : session.Close;
        return new(from, tif == TimeInForce.Gtc ? LastGtcDay(date, calendar) : until);
    }

    public bool Covers(DateTimeOffset now) => now >= From && now < Until;

    private static DateTimeOffset LastGtcDay(DateOnly date, ExchangeCalendar calendar) =>
        calendar.NextSession(date.AddDays(GtcDays - 1))!.Session!.Close;
}
