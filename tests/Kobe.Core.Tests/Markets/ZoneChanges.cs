using System.Collections.Concurrent;

namespace Kobe.Core.Tests.Markets;

/// <summary>Every change of every zone of the machine, 1990–2040, found once.</summary>
internal static class ZoneChanges
{
    private const long Hour = TimeSpan.TicksPerHour;
    private static readonly long From = new DateTime(1989, 12, 25).Ticks;
    private static readonly long To = new DateTime(2041, 1, 7).Ticks;

    private static readonly Lazy<IReadOnlyList<(TimeZoneInfo Zone, ZoneChange[] Changes)>> Found = new(FindAll);

    /// <summary>The zones in order of name, each with its changes in order of time.</summary>
    public static IReadOnlyList<(TimeZoneInfo Zone, ZoneChange[] Changes)> All => Found.Value;

    public static long OffsetAt(TimeZoneInfo zone, long utcTicks) =>
        zone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks;

    private static List<(TimeZoneInfo Zone, ZoneChange[] Changes)> FindAll()
    {
        var found = new ConcurrentBag<(TimeZoneInfo Zone, ZoneChange[] Changes)>();
        Parallel.ForEach(TimeZoneInfo.GetSystemTimeZones(), zone => found.Add((zone, Find(zone).ToArray())));
        return found.OrderBy(entry => entry.Zone.Id, StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<ZoneChange> Find(TimeZoneInfo zone)
    {
        var before = OffsetAt(zone, From);
        for (var time = From + Hour; time <= To; time += Hour)
        {
            var after = OffsetAt(zone, time);
            if (after != before)
            {
                yield return new(FirstWithOtherOffset(zone, time - Hour, time, before), before, after);
                before = after;
            }
        }
    }

    private static long FirstWithOtherOffset(TimeZoneInfo zone, long low, long high, long before)
    {
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = OffsetAt(zone, middle) == before ? (middle, high) : (low, middle);
        }

        return high;
    }
}
