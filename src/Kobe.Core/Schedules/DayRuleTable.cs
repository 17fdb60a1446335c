using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>Says which rules hold on a date.</summary>
public static class DayRuleTable
{
    /// <summary>All rules that hold on a date; <see cref="DayRules.Any"/> always does.</summary>
    /// <param name="date">A date, 1990–2100.</param>
    /// <param name="calendar">The row's calendar.</param>
    public static DayRules On(DateOnly date, ExchangeCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var rules = DayRules.Any | OfWeek(date.DayOfWeek);
        var day = calendar.On(date);
        rules |= day.Kind switch
        {
            DayKind.EarlyClose => DayRules.EarlyCloses | DayRules.TradingDays,
            DayKind.Holiday => DayRules.Holidays,
            DayKind.Session => DayRules.TradingDays,
            _ => DayRules.None,
        };
        return day.Session is null
            ? rules
            : rules | FirstOf(date, calendar.PreviousSession(date)) | LastOf(date, calendar.NextSession(date));
    }

    private static DayRules OfWeek(DayOfWeek day)
    {
        var single = day == DayOfWeek.Sunday ? DayRules.Sun : (DayRules)((int)DayRules.Mon << ((int)day - 1));
        var isWeekend = day is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return single | (isWeekend ? DayRules.Weekend : DayRules.Weekdays);
    }

    private static DayRules FirstOf(DateOnly date, TradingDay? before)
    {
        var previous = before?.Date ?? DateOnly.MinValue;
        return (previous < WeekOf(date) ? DayRules.FirstTradingDayOfWeek : 0)
            | (previous < MonthOf(date) ? DayRules.FirstTradingDayOfMonth : 0)
            | (previous < QuarterOf(date) ? DayRules.FirstTradingDayOfQuarter : 0);
    }

    private static DayRules LastOf(DateOnly date, TradingDay? after)
    {
        var next = after?.Date ?? DateOnly.MaxValue;
        return (WeekOf(next) > date ? DayRules.LastTradingDayOfWeek : 0)
            | (MonthOf(next) > date ? DayRules.LastTradingDayOfMonth : 0)
            | (QuarterOf(next) > date ? DayRules.LastTradingDayOfQuarter : 0);
    }

    // Day 0 of the Gregorian reckoning, 0001-01-01, is a Monday.
    private static DateOnly WeekOf(DateOnly date) => DateOnly.FromDayNumber(date.DayNumber - (date.DayNumber % 7));

    private static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);

    private static DateOnly QuarterOf(DateOnly date) => new(date.Year, (((date.Month - 1) / 3) * 3) + 1, 1);
}
