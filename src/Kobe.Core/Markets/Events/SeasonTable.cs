using Kobe.Contracts;

namespace Kobe.Core.Markets.Events;

/// <summary>
/// The seasons and events of a date. Told by the days of the New York Stock Exchange for every calendar.
/// </summary>
public sealed class SeasonTable
{
    private readonly ExchangeCalendar _xnys;
    private readonly EventRules _rules;
    private readonly Dictionary<int, List<DatedEvent>> _dated = [];

    /// <summary>A table by the exchange's days and the events file.</summary>
    /// <param name="xnys">The calendar of the New York Stock Exchange.</param>
    /// <param name="rules">What the events file says.</param>
    public SeasonTable(ExchangeCalendar xnys, EventRules rules)
    {
        ArgumentNullException.ThrowIfNull(xnys);
        ArgumentNullException.ThrowIfNull(rules);
        _xnys = xnys;
        _rules = rules;
        foreach (var entry in rules.Dated)
        {
            if (!_dated.TryGetValue(entry.Date.DayNumber, out var list))
            {
                _dated[entry.Date.DayNumber] = list = [];
            }

            list.Add(entry);
        }
    }

    /// <summary>The special times that a date belongs to.</summary>
    /// <param name="date">A date, 1990–2100.</param>
    public Season SeasonsOf(DateOnly date)
    {
        var seasons = Season.NONE;
        foreach (var entry in DatedOn(date))
        {
            seasons |= entry.Season;
        }

        seasons |= ExpiryIn(MonthOf(date)) == date ? Season.OPTIONS_EXPIRY : Season.NONE;
        seasons |= IsInExpiryWeek(date) ? Season.EXPIRY_WEEK : Season.NONE;
        seasons |= IsTurnOfMonth(date) ? Season.TURN_OF_MONTH : Season.NONE;
        seasons |= IsQuarterEnd(date) ? Season.QUARTER_END : Season.NONE;
        return seasons | (IsInEarnings(date) ? Season.EARNINGS : Season.NONE);
    }

    /// <summary>What is known beforehand of a date, in order of time.</summary>
    /// <param name="date">A date, 1990–2100.</param>
    public IReadOnlyList<MarketEvent> EventsOf(DateOnly date)
    {
        var events = new List<MarketEvent>();
        var day = new LocalDay(date, _xnys.Zone);
        foreach (var entry in DatedOn(date))
        {
            events.Add(new(entry.Name, InNewYork(day.Resolve(entry.Time, GapPolicy.Run, OverlapPolicy.First)!.Value),
                entry.Confirmed));
        }

        if (ExpiryIn(MonthOf(date)) == date)
        {
            var today = _xnys.On(date);
            var name = date.Month % 3 == 0 ? "Quarterly options and futures expiry" : "Monthly options expiry";
            events.Add(new(name, InNewYork(today.Session!.Close), today.Confirmed));
        }

        events.Sort((left, right) => left.At.CompareTo(right.At));
        return events.Count == 0 ? [] : events;
    }

    /// <summary>The day on which a month's options expire: the third Friday, or the session before it.</summary>
    /// <param name="firstOfMonth">The first day of the month.</param>
    public DateOnly ExpiryIn(DateOnly firstOfMonth)
    {
        var third = ThirdFriday(firstOfMonth);
        return _xnys.On(third).Session is null ? _xnys.PreviousSession(third)!.Date : third;
    }

    private List<DatedEvent> DatedOn(DateOnly date) =>
        _dated.TryGetValue(date.DayNumber, out var list) ? list : [];

    private DateTimeOffset InNewYork(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _xnys.Zone);

    private static bool IsInExpiryWeek(DateOnly date)
    {
        var third = ThirdFriday(date);
        return date <= third && date > third.AddDays(-5);
    }

    private static DateOnly ThirdFriday(DateOnly date)
    {
        var first = MonthOf(date);
        return first.AddDays(((DayOfWeek.Friday - first.DayOfWeek + 7) % 7) + 14);
    }

    private bool IsInEarnings(DateOnly date)
    {
        foreach (var window in _rules.Earnings)
        {
            if (window.Contains(date))
            {
                return true;
            }
        }

        return false;
    }

    // The days between the last session and the month's end belong to the turn, as do those before the first session.
    private bool IsTurnOfMonth(DateOnly date) =>
        SessionsLeftInMonth(date) < _rules.TurnOfMonthLast || SessionsSoFarInMonth(date) < _rules.TurnOfMonthFirst;

    private bool IsQuarterEnd(DateOnly date) =>
        date.Month % 3 == 0 && SessionsLeftInMonth(date) < _rules.QuarterEndLast;

    private int SessionsLeftInMonth(DateOnly date)
    {
        var count = 0;
        for (var day = date.AddDays(1); day.Month == date.Month; day = day.AddDays(1))
        {
            count += _xnys.On(day).Session is null ? 0 : 1;
        }

        return count;
    }

    // Sessions of the month before this date. A closed day after the last session that belongs does not belong itself.
    private int SessionsSoFarInMonth(DateOnly date)
    {
        var count = 0;
        for (var day = MonthOf(date); day < date; day = day.AddDays(1))
        {
            count += _xnys.On(day).Session is null ? 0 : 1;
        }

        return count;
    }

    private static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);
}
