namespace Kobe.Plugins.Research.Studies;

/// <summary>How sessions are put together.</summary>
public enum SeasonBy
{
    /// <summary>By the day of the week.</summary>
    Weekday,

    /// <summary>By the month.</summary>
    Month,

    /// <summary>By the place among the sessions of the month, the last ones counted from its end.</summary>
    MonthDay,

    /// <summary>By the week of the month.</summary>
    MonthWeek,

    /// <summary>By the quarter.</summary>
    Quarter,

    /// <summary>By the place in the year, in weeks.</summary>
    YearWeek,

    /// <summary>By the special times of the year.</summary>
    Season,

    /// <summary>By night and day: the step to the open, and the way to the close.</summary>
    NightAndDay,
}
