namespace Kobe.Core.Markets.Events;

/// <summary>A stretch of the year, told by month and day; both ends belong to it.</summary>
/// <param name="FromMonth">1–12.</param>
/// <param name="FromDay">1–31.</param>
/// <param name="ToMonth">1–12, not before <paramref name="FromMonth"/>.</param>
/// <param name="ToDay">1–31.</param>
public sealed record YearlyWindow(int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    /// <summary>Whether a date lies in the window.</summary>
    /// <param name="date">Any date.</param>
    public bool Contains(DateOnly date)
    {
        var day = (date.Month * 100) + date.Day;
        return day >= (FromMonth * 100) + FromDay && day <= (ToMonth * 100) + ToDay;
    }
}
