using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Refuses dates that calendars don't know.</summary>
internal static class CoveredDate
{
    /// <summary>Whether the date lies in 1990–2100; an error when it does not.</summary>
    public static bool Check(DateOnly date, Mark mark, Diagnostics diagnostics)
    {
        if (ExchangeCalendar.Covers(date))
        {
            return true;
        }

        diagnostics.Error(mark, CalendarCodes.OutOfRange, $"{date:yyyy-MM-dd} lies outside the calendar.",
            "Calendars know 1990-01-01 to 2100-12-31.");
        return false;
    }
}
