namespace Kobe.Core.Schedules;

/// <summary>What can be said of a date; a selector is a set of these, and one that holds is enough.</summary>
[Flags]
public enum DayRules
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Holds on every date.</summary>
    Any = 1 << 0,

    /// <summary>The calendar has a session.</summary>
    TradingDays = 1 << 1,

    /// <summary>Monday to Friday, closings too.</summary>
    Weekdays = 1 << 2,

    /// <summary>Saturday or Sunday.</summary>
    Weekend = 1 << 3,

    /// <summary>A closing on a day of the exchange's week.</summary>
    Holidays = 1 << 4,

    /// <summary>A session that ends before the usual time.</summary>
    EarlyCloses = 1 << 5,

    /// <summary>Monday.</summary>
    Mon = 1 << 6,

    /// <summary>Tuesday.</summary>
    Tue = 1 << 7,

    /// <summary>Wednesday.</summary>
    Wed = 1 << 8,

    /// <summary>Thursday.</summary>
    Thu = 1 << 9,

    /// <summary>Friday.</summary>
    Fri = 1 << 10,

    /// <summary>Saturday.</summary>
    Sat = 1 << 11,

    /// <summary>Sunday.</summary>
    Sun = 1 << 12,

    /// <summary>The first session of a week from Monday to Sunday.</summary>
    FirstTradingDayOfWeek = 1 << 13,

    /// <summary>The last session of a week from Monday to Sunday.</summary>
    LastTradingDayOfWeek = 1 << 14,

    /// <summary>The first session of a month.</summary>
    FirstTradingDayOfMonth = 1 << 15,

    /// <summary>The last session of a month.</summary>
    LastTradingDayOfMonth = 1 << 16,

    /// <summary>The first session of a quarter.</summary>
    FirstTradingDayOfQuarter = 1 << 17,

    /// <summary>The last session of a quarter.</summary>
    LastTradingDayOfQuarter = 1 << 18,
}
