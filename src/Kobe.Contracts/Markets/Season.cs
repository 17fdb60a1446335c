namespace Kobe.Contracts;

/// <summary>
/// Special times of the year. They overlap, so a date has a set of them; each holds for a whole civil date.
/// </summary>
[Flags]
public enum Season
{
    /// <summary>No special time.</summary>
    NONE = 0,

    /// <summary>The day of a decision of the Federal Open Market Committee.</summary>
    FOMC_DAY = 1,

    /// <summary>Monthly expiry of options: the third Friday, or the session before when that is a closing.</summary>
    OPTIONS_EXPIRY = 2,

    /// <summary>The Monday to Friday that holds the monthly expiry of options.</summary>
    EXPIRY_WEEK = 4,

    /// <summary>The weeks in which most companies report their quarter.</summary>
    EARNINGS = 8,

    /// <summary>From the last session of a month to the third of the next, the days between them included.</summary>
    TURN_OF_MONTH = 16,

    /// <summary>The last sessions of a quarter, to the end of its last month.</summary>
    QUARTER_END = 32,
}
