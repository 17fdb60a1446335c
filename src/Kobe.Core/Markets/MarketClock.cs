using Kobe.Contracts;
using Kobe.Core.Markets.Days;
using Kobe.Core.Markets.Events;

namespace Kobe.Core.Markets;

/// <summary>What the market is doing at any instant, by one exchange's calendar.</summary>
/// <remarks>Safe to read from several threads. A date is made when first asked for and kept.</remarks>
public sealed class MarketClock
{
    private readonly PhaseTable _phases;
    private readonly SeasonTable _seasons;
    private readonly ZoneOffsets _offsets;
    private readonly MarketDay?[] _days =
        new MarketDay[ExchangeCalendar.LastDate.DayNumber - ExchangeCalendar.FirstDate.DayNumber + 1];

    /// <summary>A clock by a calendar, the phase table and the seasons.</summary>
    /// <param name="calendar">The exchange's days.</param>
    /// <param name="phases">How a day is cut into phases.</param>
    /// <param name="seasons">The seasons and events of a date.</param>
    public MarketClock(ExchangeCalendar calendar, PhaseTable phases, SeasonTable seasons)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(phases);
        ArgumentNullException.ThrowIfNull(seasons);
        Calendar = calendar;
        _offsets = new(calendar.Zone);
        _phases = phases;
        _seasons = seasons;
    }

    /// <summary>The exchange's days.</summary>
    public ExchangeCalendar Calendar { get; }

    /// <summary>What holds all day on a date.</summary>
    /// <param name="date">A civil date in the calendar's zone, 1990–2100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 1990–2100.</exception>
    public MarketDay Day(DateOnly date)
    {
        if (!ExchangeCalendar.Covers(date))
        {
            throw new ArgumentOutOfRangeException(
                nameof(date), date, "Calendars know the days from 1990-01-01 to 2100-12-31.");
        }

        ref var slot = ref _days[date.DayNumber - ExchangeCalendar.FirstDate.DayNumber];
        var day = Volatile.Read(ref slot);
        if (day is null)
        {
            day = MarketDayMaker.Make(date, Calendar, _phases, _seasons);
            Volatile.Write(ref slot, day);
        }

        return day;
    }

    /// <summary>What the market is doing at an instant.</summary>
    /// <param name="instant">Any instant whose date in the calendar's zone lies in 1990–2100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 1990–2100.</exception>
    public MarketContext At(DateTimeOffset instant)
    {
        var local = InZone(instant);
        var day = DayAt(instant, local);
        return Context(local, day, day.SpanAt(instant));
    }

    /// <summary>What holds all day on the date of an instant.</summary>
    /// <param name="instant">Any instant whose date in the calendar's zone lies in 1990–2100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 1990–2100.</exception>
    public MarketDay DayAt(DateTimeOffset instant) => DayAt(instant, InZone(instant));

    // Clocks set back across midnight show yesterday again (St. John's until 2011): the new date has begun all the
    // same, or phases would change where no day lists a boundary.
    private MarketDay DayAt(DateTimeOffset instant, DateTimeOffset local)
    {
        var day = Day(DateOnly.FromDateTime(local.DateTime));
        return instant >= day.End ? Day(day.Date.AddDays(1)) : day;
    }

    private DateTimeOffset InZone(DateTimeOffset instant) =>
        instant.ToOffset(TimeSpan.FromTicks(_offsets.At(instant.UtcTicks)));

    private static MarketContext Context(DateTimeOffset local, MarketDay day, PhaseSpan span)
    {
        var session = day.Day.Session;
        var next = day.NextSession?.Session;
        var now = local.UtcTicks;
        return new()
        {
            Timestamp = local,
            Date = day.Date,
            Phase = span.Phase,
            PhaseGroup = span.Group,
            Mode = span.Mode,
            Seasons = day.Seasons,
            Events = day.Events,
            IsTradingDay = session is not null,
            IsMarketOpen = session is not null && now >= session.Open.UtcTicks && now < session.Close.UtcTicks,
            IsEarlyClose = day.Day.Kind == DayKind.EarlyClose,
            IsHoliday = day.Day.Kind == DayKind.Holiday,
            Holiday = day.Day.Kind == DayKind.Holiday ? day.Day.Name : null,
            IsWeekend = day.Day.Kind == DayKind.Weekend,
            IsConfirmed = day.Day.Confirmed,
            Open = session?.Open,
            Close = session?.Close,
            NextOpen = session is not null && now < session.Open.UtcTicks ? session.Open : next?.Open,
            NextClose = session is not null && now < session.Close.UtcTicks ? session.Close : next?.Close,
            Entries = span.Entries,
            EntriesNamed = span.EntriesNamed,
            Reason = span.Reason,
        };
    }
}
