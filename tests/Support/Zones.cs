namespace Kobe.Testing;

/// <summary>Zones that many tests use.</summary>
internal static class Zones
{
    public static TimeZoneInfo NewYork { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
}
