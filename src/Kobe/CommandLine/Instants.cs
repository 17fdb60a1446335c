using System.Globalization;

namespace Kobe.CommandLine;

/// <summary>Instants as the surface writes them: RFC 3339 with offset.</summary>
internal static class Instants
{
    public static string Text(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? instant, TimeZoneInfo zone) =>
        instant is { } known ? Text(known, zone) : null;

    public static string? Utc(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
