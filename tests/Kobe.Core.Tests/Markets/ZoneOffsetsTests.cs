using Kobe.Core.Markets;

namespace Kobe.Core.Tests.Markets;

public class ZoneOffsetsTests
{
    [Theory]
    [InlineData("America/New_York", 2026)]
    [InlineData("Europe/London", 2026)]
    [InlineData("Asia/Tokyo", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)] // Half an hour of daylight saving.
    [InlineData("America/St_Johns", 2010)] // Changed a minute past midnight.
    [InlineData("Pacific/Apia", 2011)] // Left a whole date out.
    public void Offset_IsTheZones_AtEachQuarterOfAYear(string id, int year)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var offsets = new ZoneOffsets(zone);
        var end = new DateTime(year + 1, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        for (var instant = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc); instant < end;
            instant = instant.AddMinutes(15))
        {
            Assert.Equal(zone.GetUtcOffset(instant).Ticks, offsets.At(instant.Ticks));
        }
    }

    [Fact]
    public void Offset_IsTheZones_WhicheverInstantWasAskedAboutBefore()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var offsets = new ZoneOffsets(zone);
        var change = new DateTime(2026, 3, 8, 7, 0, 0, DateTimeKind.Utc);
        foreach (var minutes in (int[])[-2000, -1, 0, 1, 2000, -1, 2000, 0, -2000, 0])
        {
            var instant = change.AddMinutes(minutes);
            Assert.Equal(zone.GetUtcOffset(instant).Ticks, offsets.At(instant.Ticks));
        }
    }
}
