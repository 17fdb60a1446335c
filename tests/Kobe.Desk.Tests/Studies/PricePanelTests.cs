using Kobe.Desk.Bars;
using Kobe.Desk.Studies;
using Kobe.Desk.Tests.Plugins;

namespace Kobe.Desk.Tests.Studies;

/// <summary>Series side by side.</summary>
public class PricePanelTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Panel_HasAColumnForEachDate_AndNothingWhereASymbolDidNotTrade()
    {
        var whole = Series("AAA", MarketStage.Closes(Today, [1, 2, 3, 4]));
        var gap = Series("BBB", [.. MarketStage.Closes(Today, [10, 20, 30, 40]).Where((_, i) => i != 2)]);

        var panel = PricePanel.Of([whole, gap], 10);

        Assert.Equal((2, 4), (panel.Count, panel.Days));
        Assert.Equal([new(2026, 11, 17), new(2026, 11, 18), new(2026, 11, 19), new(2026, 11, 20)], panel.Dates);
        Assert.Equal([10, 20, double.NaN, 40], panel.Close[1]);
        Assert.Equal(Math.Log(2), panel.Return(0, 1), 12);
        Assert.True(double.IsNaN(panel.Return(1, 3)));
        Assert.Equal(Math.Log(1.5), panel.MarketReturns()[2], 12);
    }

    [Fact]
    public void Panel_KeepsTheLastDatesOnly()
    {
        var panel = PricePanel.Of([Series("AAA", MarketStage.Closes(Today, [1, 2, 3, 4])), Series("BBB", MarketStage.Closes(Today, [5, 6]))], 3);

        Assert.Equal([2, 3, 4], panel.Close[0]);
        Assert.Equal([double.NaN, 5, 6], panel.Close[1]);
        Assert.Equal([Math.Log(1.5), Math.Log(4.0 / 3)], panel.Returns(0, 9));
        Assert.Equal(0, PricePanel.Of([], 5).Days);
    }

    private static BarSeries Series(string symbol, Bar[] bars) => new(new(symbol, BarInterval.Day, Adjustment.All, "test"), bars);
}
