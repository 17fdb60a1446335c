namespace Kobe.Core.Markets;

/// <summary>Which day is closed when a holiday with a fixed date falls on a weekend.</summary>
public enum Observance
{
    /// <summary>None: the holiday is lost that year.</summary>
    OnTheDay,

    /// <summary>Sunday moves to Monday; Saturday is lost (NYSE Rule 7.2, New Year's Day).</summary>
    SundayToMonday,

    /// <summary>Saturday moves to Friday, Sunday to Monday.</summary>
    NearestWeekday,
}
