using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>The rules against lists that others made.</summary>
public sealed class XnysVectorTests
{
    private static readonly ExchangeCalendar Xnys = new(BuiltInCalendars.Xnys(Zones.NewYork));

    [Fact]
    public void Sessions_EqualTheVectorOfExchangeCalendars_WithBothInstants()
    {
        var rows = Vectors.Lines("xnys_1990_2022.csv").Select(line => line.Split(',')).ToList();
        Assert.Equal(8324, rows.Count);
        var last = Days.Date(rows[^1][0][..10]);
        var expected = rows.Select(row => (Days.Instant(row[1]), Days.Instant(row[2])));
        var actual = Days.Between(ExchangeCalendar.FirstDate, last)
            .Select(date => Xnys.On(date).Session)
            .Where(session => session is not null)
            .Select(session => (session!.Open, session.Close));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Days_EqualTheVectorOf2023To2030_WithKindNameAndInstants()
    {
        var rows = Vectors.Lines("xnys_days_2023_2030.csv").Select(line => line.Split(',')).ToList();
        Assert.Equal(2922, rows.Count);
        Assert.All(rows, row =>
        {
            var day = Xnys.On(Days.Date(row[0]));
            Assert.Equal(row[1], KindText(day.Kind));
            Assert.Equal(row[4], InstantText(day.Session?.Open));
            Assert.Equal(row[5], InstantText(day.Session?.Close));
            Assert.Equal(row[6], day.Kind == DayKind.Holiday ? day.Name : "");
        });
    }

    [Fact]
    public void Closings_EqualTheVectorOfPandasMarketCalendars_From1990()
    {
        var last = new DateOnly(2021, 7, 5);
        var expected = Vectors.Lines("nyse_closings_1928_2021.csv", header: false)
            .Select(line => DateOnly.Parse(line, CultureInfo.InvariantCulture))
            .Where(date => date >= ExchangeCalendar.FirstDate)
            .Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var actual = Days.Between(ExchangeCalendar.FirstDate, last)
            .Where(date => Xnys.On(date).Kind == DayKind.Holiday);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void WallClock_EqualsTheVectorOfNewYorkClockChanges()
    {
        var rows = Vectors.Lines("dst_new_york.csv").Select(line => line.Split(',')).ToList();
        Assert.True(rows.Count > 3000);
        Assert.All(rows, row =>
        {
            var time = TimeOnly.ParseExact(row[1], "HH:mm", CultureInfo.InvariantCulture);
            var instant = WallClock.Resolve(
                Days.Date(row[0]), time, Zones.NewYork, GapPolicy.Run, OverlapPolicy.First);
            Assert.Equal(row[4], InstantText(instant));
        });
    }

    private static string KindText(DayKind kind) =>
        kind == DayKind.EarlyClose ? "early_close" : kind.ToString().ToLowerInvariant();

    private static string InstantText(DateTimeOffset? instant) =>
        instant?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
