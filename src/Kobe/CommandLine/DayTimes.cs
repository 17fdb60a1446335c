using System.Globalization;

namespace Kobe.CommandLine;

/// <summary>Times of a day in tables: short where the day is clear.</summary>
internal static class DayTimes
{
    /// <summary><c>09:35</c>, with seconds where there are any, and the date where it is another.</summary>
    public static string Of(DateTimeOffset instant, DateOnly date, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var time = local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        return DateOnly.FromDateTime(local) == date
            ? time
            : local.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture) + time;
    }
}
