using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>New York's clock changes: the days of 23 and 25 hours, and what their wall-clock times mean.</summary>
public sealed class ClockChangeDayTests
{
    [Theory]
    [InlineData("2020-03-08", "2020-11-01")]
    [InlineData("2021-03-14", "2021-11-07")]
    [InlineData("2022-03-13", "2022-11-06")]
    [InlineData("2023-03-12", "2023-11-05")]
    [InlineData("2024-03-10", "2024-11-03")]
    [InlineData("2025-03-09", "2025-11-02")]
    [InlineData("2026-03-08", "2026-11-01")]
    [InlineData("2027-03-14", "2027-11-07")]
    [InlineData("2028-03-12", "2028-11-05")]
    [InlineData("2029-03-11", "2029-11-04")]
    [InlineData("2030-03-10", "2030-11-03")]
    public void Days_Have24Hours_ButForTheTwoThatChangeTheClocks(string spring, string autumn)
    {
        var year = Days.Date(spring).Year;
        foreach (var date in Days.Between(new(year, 1, 1), new(year, 12, 31)))
        {
            var day = new LocalDay(date, Zones.NewYork);
            var hours = date == Days.Date(spring) ? 23 : date == Days.Date(autumn) ? 25 : 24;
            Assert.Equal(TimeSpan.FromHours(hours), day.End - day.Start);
        }
    }

    [Theory]
    [InlineData("2026-03-08 01:59:59.9999999", "2026-03-08T06:59:59.9999999Z", "2026-03-08T06:59:59.9999999Z", true)]
    [InlineData("2026-03-08 02:00:00.0000000", "2026-03-08T07:00:00.0000000Z", "2026-03-08T07:00:00.0000000Z", false)]
    [InlineData("2026-03-08 02:30:00.0000000", "2026-03-08T07:00:00.0000000Z", "2026-03-08T07:00:00.0000000Z", false)]
    [InlineData("2026-03-08 02:59:59.9999999", "2026-03-08T07:00:00.0000000Z", "2026-03-08T07:00:00.0000000Z", false)]
    [InlineData("2026-03-08 03:00:00.0000000", "2026-03-08T07:00:00.0000000Z", "2026-03-08T07:00:00.0000000Z", true)]
    [InlineData("2026-11-01 00:59:59.9999999", "2026-11-01T04:59:59.9999999Z", "2026-11-01T04:59:59.9999999Z", true)]
    [InlineData("2026-11-01 01:00:00.0000000", "2026-11-01T05:00:00.0000000Z", "2026-11-01T06:00:00.0000000Z", true)]
    [InlineData("2026-11-01 01:30:00.0000000", "2026-11-01T05:30:00.0000000Z", "2026-11-01T06:30:00.0000000Z", true)]
    [InlineData("2026-11-01 01:59:59.9999999", "2026-11-01T05:59:59.9999999Z", "2026-11-01T06:59:59.9999999Z", true)]
    [InlineData("2026-11-01 02:00:00.0000000", "2026-11-01T07:00:00.0000000Z", "2026-11-01T07:00:00.0000000Z", true)]
    [InlineData("2026-07-01 12:00:00.0000000", "2026-07-01T16:00:00.0000000Z", "2026-07-01T16:00:00.0000000Z", true)]
    public void WallClock_IsExactToTheTick(string wallClock, string first, string second, bool exists)
    {
        Assert.Equal(first, Resolve(wallClock, GapPolicy.Run, OverlapPolicy.First));
        Assert.Equal(second, Resolve(wallClock, GapPolicy.Run, OverlapPolicy.Second));
        Assert.Equal(exists ? first : "never", Resolve(wallClock, GapPolicy.Skip, OverlapPolicy.First));
        Assert.Equal(exists ? second : "never", Resolve(wallClock, GapPolicy.Skip, OverlapPolicy.Second));
    }

    private static string Resolve(string wallClock, GapPolicy gap, OverlapPolicy overlap)
    {
        var time = TimeOnly.Parse(wallClock[11..], CultureInfo.InvariantCulture);
        var instant = WallClock.Resolve(Days.Date(wallClock[..10]), time, Zones.NewYork, gap, overlap);
        return instant?.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture) ?? "never";
    }
}
