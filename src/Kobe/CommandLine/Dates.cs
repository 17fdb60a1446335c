using Kobe.Core.Markets;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary>Guards the ends of the calendar: an offset may lead a legal time out of it.</summary>
internal static class Dates
{
    public static void RefuseOutside(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        if (!ExchangeCalendar.Covers(date))
        {
            throw new UserError(
                $"{date:yyyy-MM-dd} in {zone.Id} lies outside the calendar, 1990-01-01 to 2100-12-31.");
        }
    }
}
