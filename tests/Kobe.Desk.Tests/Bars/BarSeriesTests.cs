using Kobe.Desk.Bars;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>A series shows no bar before it is complete.</summary>
public class BarSeriesTests
{
    private static readonly string[] Dates = ["2020-11-24", "2020-11-25", "2020-11-27"];

    [Theory]
    // now                        bars known
    [InlineData("2020-11-24T20:59:59Z", 0)]
    [InlineData("2020-11-24T21:00:00Z", 1)]
    [InlineData("2020-11-25T21:00:00Z", 2)]
    [InlineData("2020-11-27T17:59:59Z", 2)]
    [InlineData("2020-11-27T18:00:00Z", 3)]
    [InlineData("2030-01-01T00:00:00Z", 3)]
    public void AsOf_ShowsABar_FromItsEndOn(string now, int known)
    {
        var series = Series();

        Assert.Equal(known, series.AsOf(Days.Instant(now)).Length);
        Assert.Equal(known, series.Until(Days.Instant(now)).Count);
    }

    [Fact]
    public void Series_RefusesBars_ThatOverlap()
    {
        var bars = Series().All.ToArray();
        (bars[0], bars[1]) = (bars[1], bars[0]);

        Assert.Throws<ArgumentException>(() => new BarSeries(Series().Name, bars));
    }

    [Fact]
    public void SyntheticSeries_SaysSo() =>
        Assert.StartsWith("SYNTHETIC SPY 1d raw", (Series().Name with { IsSynthetic = true }).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("1d", true)]
    [InlineData("1m", true)]
    [InlineData("1440m", true)]
    [InlineData("0m", false)]
    [InlineData("1441m", false)]
    [InlineData("-1m", false)]
    [InlineData("m", false)]
    [InlineData("1h", false)]
    [InlineData(null, false)]
    public void Interval_IsReadAsItIsWritten(string? text, bool right)
    {
        Assert.Equal(right, BarInterval.TryParse(text, out var interval));
        Assert.Equal(right ? text : "1d", interval.ToString());
    }

    private static BarSeries Series() => new(
        new("SPY", BarInterval.Day, Adjustment.Raw, "test"),
        [.. Dates.Select(date => new Bar(Exchange.Open(date), Exchange.Close(date), 1, 2, 1, 2, 10))]);
}
