using Kobe.Core.Markets.Events;
using Kobe.Desk.Backtests;
using Kobe.Desk.Backtests.Trials;
using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Strategies;

/// <summary>The five strategies: each acts where its docstring says, and none looks ahead.</summary>
public class StrategyTests
{
    private static readonly DateTimeOffset[] Decisions =
    [
        .. BuiltInEvents.Rules.Dated.Select(one => new DateTimeOffset(
            TimeZoneInfo.ConvertTimeToUtc(one.Date.ToDateTime(TimeOnly.MinValue) + one.Time, Zones.NewYork), TimeSpan.Zero)),
    ];

    public static TheoryData<string> Names => ["trend pullback", "momentum breakout", "mean reversion", "volatility squeeze", "event-driven"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Strategy_Trades_AndLooksAtThePastOnly(string name)
    {
        // Months of events from 2000 on, so that the walk meets some.
        var check = LookAhead.Check(
            [Walks.Series(1, 2_500, "A"), Walks.Series(2, 2_500, "B"), Walks.Series(3, 2_500, "C")], _ => Make(name), new(), cuts: 20);

        Assert.True(check.IsClean, check.FirstDifference);
        Assert.True(check.Decisions > 40, $"{check.Decisions} decisions.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Strategy_EntersWithAStopBelowThePrice(string name)
    {
        var series = Walks.Series(5, 3_000);
        var (strategy, entries) = (Make(name), 0);
        foreach (var bar in series.All)
        {
            var decision = strategy.OnBar(bar, Holding.Flat);
            if (decision.Kind == DecisionKind.Enter)
            {
                entries++;
                Assert.InRange(decision.Stop, 0, bar.Close);
            }
        }

        Assert.True(entries > 3, $"{entries} entries.");
    }

    [Fact]
    public void TrendPullback_BuysTheTurnAfterTheTouch()
    {
        var strategy = new TrendPullback(trend: 10, pullback: 5);
        var rising = Enumerable.Range(0, 30).Select(i => (100.0 + i, 101.0 + i, 99.5 + i, 100.8 + i)).ToList();
        rising.AddRange([(130, 130.5, 126, 126.5), (126.5, 127, 125, 126), (126, 131.5, 126, 131)]);

        Assert.Equal([32], EntriesOf(strategy, [.. rising]));
    }

    [Fact]
    public void MomentumBreakout_BuysTheNewHighWithVolume()
    {
        var strategy = new MomentumBreakout(entry: 20, exit: 10, strength: 0, volume: 0);
        var still = Enumerable.Range(0, 60).Select(i => (100.0 + (i % 2), 102.0, 99.0, 100.5)).ToList();
        still.Add((101, 104, 100, 103));
        still.Add((103, 103.5, 102, 103));

        Assert.Equal([60], EntriesOf(strategy, [.. still]));
        Assert.Empty(EntriesOf(new MomentumBreakout(20, 10, 0, volume: 1.5), [.. still]));
    }

    [Fact]
    public void MeanReversion_BuysTheFallInARise_AndLeavesOnTime()
    {
        var strategy = new MeanReversion(trend: 20, days: 3);
        var bars = Enumerable.Range(0, 40).Select(i => (100.0 + i, 101.0 + i, 99.0 + i, 100.0 + i)).ToList();
        bars.AddRange([(139, 139, 134, 134.5), (134.5, 134.6, 132, 132.2)]);

        Assert.Equal([41], EntriesOf(strategy, [.. bars]));
        Assert.Equal(DecisionKind.Exit, strategy.OnBar(Made.Series((132, 132, 131, 131))[0], new(1, 132, 120, 3)).Kind);
    }

    [Fact]
    public void VolatilitySqueeze_BuysTheBreakoutAfterTheQuiet()
    {
        var strategy = new VolatilitySqueeze(period: 10, quiet: 3);
        var bars = Enumerable.Range(0, 25).Select(i => (100.0, 102.0, 98.0, 100 + (0.1 * (i % 2)))).ToList();
        bars.Add((100, 104, 100, 103.5));

        Assert.Equal([25], EntriesOf(strategy, [.. bars]));
    }

    [Fact]
    public void EventDriven_IsInForTheSessionBefore_AndOutAfter()
    {
        // The decision of Wednesday 2026-01-28 at 14:00: in from Tuesday's open, so decided on Monday's close.
        var strategy = new EventDriven([Days.Instant("2026-01-28T19:00Z")], Exchange.Xnys);
        Decision On(string date, double quantity) => strategy.OnBar(
            new(Exchange.Open(date), Exchange.Close(date), 1, 1, 1, 1, 1), new(quantity, 1, 0.9, 1));

        Assert.Equal(DecisionKind.None, On("2026-01-23", 0).Kind);
        Assert.Equal(DecisionKind.Enter, On("2026-01-26", 0).Kind);
        Assert.Equal(DecisionKind.None, On("2026-01-27", 1).Kind);
        Assert.Equal(DecisionKind.Exit, On("2026-01-28", 1).Kind);
        Assert.Equal(DecisionKind.None, On("2026-01-29", 0).Kind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Strategy_RunsOnRealBars(string name)
    {
        var raw = RealBars.Daily("SPY").Series!;
        var series = RealBars.Factors("SPY").Adjust(raw, Adjustment.All, raw[^1].End);
        var result = Backtest.Run(series, Make(name, series), new());

        Assert.True(result.Trades.Count > 10, $"{result.Trades.Count} trades.");
        Assert.All(result.Curve.Equity, equity => Assert.InRange(equity, 50_000, 1_000_000));
    }

    private static List<int> EntriesOf(IStrategy strategy, (double Open, double High, double Low, double Close)[] bars)
    {
        var (series, entries) = (Made.Series(bars), new List<int>());
        for (var i = 0; i < series.Count; i++)
        {
            if (strategy.OnBar(series[i], Holding.Flat).Kind == DecisionKind.Enter)
            {
                entries.Add(i);
            }
        }

        return entries;
    }

    private static IStrategy Make(string name, BarSeries? series = null) => name switch
    {
        "trend pullback" => new TrendPullback(),
        "momentum breakout" => new MomentumBreakout(),
        "mean reversion" => new MeanReversion(),
        "volatility squeeze" => new VolatilitySqueeze(),
        // Eight decisions a year, shifted into the years of the bars.
        _ => new EventDriven(
            Enumerable.Range(1, 26).SelectMany(back => Decisions.Take(8).Select(instant => instant.AddDays(-364 * back)))
                .Where(instant => series is null || instant > series[0].End.AddDays(10)), Exchange.Xnys),
    };
}
