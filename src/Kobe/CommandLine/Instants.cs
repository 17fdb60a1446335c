using System.Globalization;

namespace Kobe.CommandLine;

/// <summary>Instants as the surface writes them: RFC 3339 with offset.</summary>
internal static class Instants
{
    // Formats of one letter, as the runtime has those ready; any other is compiled at the first answer.
    public static string Text(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var offset = local.Offset.ToString("c", CultureInfo.InvariantCulture);
        var sign = offset[0] == '-' ? "" : "+";
        return local.ToString("s", CultureInfo.InvariantCulture) + sign + offset[..^3];
    }

    /// <summary>The wall-clock time, to the minute.</summary>
    public static string Time(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("s", CultureInfo.InvariantCulture)[11..16];

    public static string? Text(DateTimeOffset? instant, TimeZoneInfo zone) =>
        instant is { } known ? Text(known, zone) : null;

    public static string? Utc(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
