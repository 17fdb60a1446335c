using Kobe.Core.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>Wall-clock resolution over all zones of the machine, 1990–2040, around each change of the clocks.</summary>
public sealed class WallClockZoneTests
{
    private const long Minute = TimeSpan.TicksPerMinute;
    private const long Hour = TimeSpan.TicksPerHour;
    private const long Step = 15 * Minute;

    [Fact]
    public void Machine_HasItsZones_AndTheirChanges()
    {
        Assert.True(ZoneChanges.All.Count > 300, $"Only {ZoneChanges.All.Count} zones: is the zone data whole?");
        Assert.Equal(102, ChangesOf("America/New_York").Count(change => YearOf(change) is >= 1990 and <= 2040));
        Assert.Contains(ChangesOf("Pacific/Apia"), change => change.After - change.Before == 24 * Hour);
        Assert.Contains(ChangesOf("Pacific/Kwajalein"), change => change.After - change.Before == 24 * Hour);
        Assert.Contains(ChangesOf("Australia/Lord_Howe"), change => change.After - change.Before == Hour / 2);
        Assert.Contains(ChangesOf("America/Caracas"), change => change.After - change.Before == -Hour / 2);
    }

    // LocalDay looks for changes hour by hour and asks for none where the offset is the same 76 hours apart.
    [Fact]
    public void Changes_OfOneZone_LieFurtherApartThanADateAndItsSurroundings()
    {
        foreach (var (zone, changes) in ZoneChanges.All)
        {
            for (var i = 1; i < changes.Length; i++)
            {
                var apart = TimeSpan.FromTicks(changes[i].At - changes[i - 1].At);
                Assert.True(apart > TimeSpan.FromHours(76), $"{zone.Id} changes twice in {apart}");
            }

            Assert.All(changes, change => Assert.Equal(0, change.At % Minute));
        }
    }

    [Fact]
    public void Resolve_IsMonotonicNeverTwiceNeverLost_InEveryZone()
    {
        var asked = 0L;
        Parallel.ForEach(ZoneChanges.All, entry =>
        {
            foreach (var change in entry.Changes.Where(change => YearOf(change) is >= 1990 and <= 2040))
            {
                Interlocked.Add(ref asked, HoldsAround(entry.Zone, change));
            }
        });
        Assert.True(asked > 400_000, $"only {asked} wall-clock times were asked");
    }

    [Fact]
    public void Dates_FollowOneAnotherWithoutAGap_InEveryZone()
    {
        foreach (var (zone, changes) in ZoneChanges.All)
        {
            foreach (var change in changes)
            {
                var date = DateOnly.FromDateTime(new DateTime(change.At + change.Before)).AddDays(-2);
                var end = new LocalDay(date, zone).End;
                for (var i = 0; i < 4; i++)
                {
                    date = date.AddDays(1);
                    var day = new LocalDay(date, zone);
                    Assert.Equal(end, day.Start);
                    Assert.True(day.End >= day.Start);
                    end = day.End;
                }
            }
        }
    }

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30", "00:00", "2011-12-30T10:00:00Z", false)] // the date that never was
    [InlineData("Pacific/Apia", "2011-12-30", "23:59", "2011-12-30T10:00:00Z", false)]
    [InlineData("Pacific/Apia", "2011-12-31", "00:00", "2011-12-30T10:00:00Z", true)]
    [InlineData("Pacific/Apia", "2011-12-29", "23:59", "2011-12-30T09:59:00Z", true)]
    [InlineData("Pacific/Kwajalein", "1993-08-21", "12:00", "1993-08-21T12:00:00Z", false)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z", false)] // a gap of half an hour
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z", true)] // twice
    [InlineData("America/Caracas", "2007-12-09", "02:45", "2007-12-09T06:45:00Z", true)]
    [InlineData("America/Caracas", "2016-05-01", "02:45", "2016-05-01T07:00:00Z", false)]
    [InlineData("America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T03:00:00Z", false)] // midnight does not exist
    [InlineData("Europe/London", "2026-03-29", "01:30", "2026-03-29T01:00:00Z", false)]
    [InlineData("Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00Z", true)]
    public void Resolve_KnowsTheOddChanges(string zone, string date, string time, string instant, bool exists)
    {
        var at = TimeOnly.Parse(time, null);
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var run = WallClock.Resolve(Days.Date(date), at, info, GapPolicy.Run, OverlapPolicy.First);
        Assert.Equal(Days.Instant(instant), run);
        var skip = WallClock.Resolve(Days.Date(date), at, info, GapPolicy.Skip, OverlapPolicy.First);
        Assert.Equal(exists ? run : null, skip);
    }

    // Every quarter of an hour from 3 h before to 3 h after, told by both clocks, and the minutes beside the jump.
    private static SortedSet<long> ReadingsAround(ZoneChange change)
    {
        var (low, high) = (Math.Min(change.Before, change.After), Math.Max(change.Before, change.After));
        var readings = new SortedSet<long>();
        for (var reading = change.At + low - (3 * Hour); reading <= change.At + high + (3 * Hour); reading += Step)
        {
            readings.Add(reading);
        }

        foreach (var edge in new[] { change.At + low, change.At + high })
        {
            readings.UnionWith([edge - Minute, edge, edge + Minute]);
        }

        return readings;
    }

    private static int HoldsAround(TimeZoneInfo zone, ZoneChange change)
    {
        var jump = Math.Abs(change.After - change.Before);
        var scan = new MinuteScan(zone, change, TimeSpan.FromTicks((5 * Hour) + jump));
        var readings = ReadingsAround(change);
        var (earlier, seen) = (long.MinValue, long.MinValue);
        foreach (var reading in readings)
        {
            var first = Ask(zone, reading, GapPolicy.Run, OverlapPolicy.First);
            Same(scan.First(reading), first, zone, reading);
            var second = Ask(zone, reading, GapPolicy.Run, OverlapPolicy.Second);
            Same(scan.Last(reading), second, zone, reading);
            var exists = scan.Exists(reading);
            var ifNotSkipped = Ask(zone, reading, GapPolicy.Skip, OverlapPolicy.First);
            Same(exists ? scan.First(reading) : null, ifNotSkipped, zone, reading);
            if (first < earlier || (exists && first <= seen))
            {
                Assert.Fail($"{zone.Id}: {new DateTime(reading):u} runs before, or with, the time before it");
            }

            earlier = first!.Value;
            seen = exists ? first.Value : seen;
        }

        return readings.Count;
    }

    private static long? Ask(TimeZoneInfo zone, long reading, GapPolicy gap, OverlapPolicy overlap)
    {
        var wallClock = new DateTime(reading);
        return WallClock.Resolve(
            DateOnly.FromDateTime(wallClock), TimeOnly.FromDateTime(wallClock), zone, gap, overlap)?.UtcTicks;
    }

    private static void Same(long? expected, long? actual, TimeZoneInfo zone, long reading)
    {
        if (expected != actual)
        {
            Assert.Fail($"{zone.Id}: {new DateTime(reading):u} is {Text(actual)}, clocks show it at {Text(expected)}");
        }
    }

    private static string Text(long? utcTicks) => utcTicks is { } ticks ? $"{new DateTime(ticks):u}" : "never";

    private static ZoneChange[] ChangesOf(string id) => ZoneChanges.All.Single(entry => entry.Zone.Id == id).Changes;

    private static int YearOf(ZoneChange change) => new DateTime(change.At).Year;
}
