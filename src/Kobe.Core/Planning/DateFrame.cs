using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>All that rows of one zone and one calendar need to know of a date, looked up once.</summary>
internal sealed class DateFrame
{
    private MarketDay? _market;

    public DateFrame(DateOnly date, TimeZoneInfo zone, MarketClock clock)
    {
        Date = date;
        Zone = zone;
        Clock = clock;
        Local = new LocalDay(date, zone);
        Start = Local.Start.UtcTicks;
        End = Local.End.UtcTicks;
        Day = clock.Calendar.On(date);
        Rules = DayRuleTable.On(date, clock.Calendar);
    }

    public DateOnly Date { get; }

    public TimeZoneInfo Zone { get; }

    public MarketClock Clock { get; }

    public LocalDay Local { get; }

    /// <summary>The first instant of the civil date, in UTC ticks.</summary>
    public long Start { get; }

    /// <summary>
    /// The first instant of the next date, in UTC ticks. Equal to the start: the zone skips the date.
    /// </summary>
    public long End { get; }

    public TradingDay Day { get; }

    public DayRules Rules { get; }

    /// <summary>The calendar's day, whose phases hold at an instant near this date.</summary>
    public MarketDay MarketAt(long ticks)
    {
        var market = _market ??= Clock.Day(Date);
        if (ticks >= market.Start.UtcTicks && ticks < market.End.UtcTicks)
        {
            return market;
        }

        // Row and calendar may tell dates by different zones.
        var local = Clock.Calendar.Zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc)).Ticks + ticks;
        var date = DateOnly.FromDayNumber((int)(local / TimeSpan.TicksPerDay));
        return Clock.Day(date < ExchangeCalendar.FirstDate ? ExchangeCalendar.FirstDate
            : date > ExchangeCalendar.LastDate ? ExchangeCalendar.LastDate : date);
    }

    /// <summary>The session as it would be without its early close.</summary>
    public Session UsualSession()
    {
        var hours = Clock.Calendar.Rules.Hours;
        var local = new LocalDay(Date, Clock.Calendar.Zone);
        return Day.Session! with
        {
            Close = local.Resolve(hours.Close, GapPolicy.Run, OverlapPolicy.First)!.Value,
            Post = local.Resolve(hours.Post, GapPolicy.Run, OverlapPolicy.First)!.Value,
        };
    }
}
