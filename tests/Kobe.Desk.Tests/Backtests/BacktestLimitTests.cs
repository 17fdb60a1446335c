using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;
using Kobe.Desk.Backtests;
using Kobe.Desk.Backtests.Measures;
using Kobe.Desk.Backtests.Reports;
using Kobe.Desk.Bars;
using Kobe.Desk.Orders.Gates;
using Kobe.Desk.Strategies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Backtests;

/// <summary>A backtest's entries meet the gates of the order door, and what they deny is counted by its code.</summary>
public class BacktestLimitTests
{
    private static readonly MarketClock Market =
        new CalendarSet([BuiltInCalendars.Xnys(Zones.NewYork)], PhaseTable.BuiltIn, BuiltInEvents.Rules).Default;

    // Nothing is too much, so that a test can make one thing so.
    private static readonly RiskLimits Wide = new()
    {
        PositionShareMax = 9, ExposureShareMax = 9, TradeRiskShareMax = 9, SectorShareMax = 9, CorrelatedShareMax = 9,
        DailyLossShareMax = 9, DrawdownShareMax = 9, KillZones = [],
    };

    public static TheoryData<string, RiskLimits, double, int> Sizes => new()
    {
        // the gate, the limits, the share of equity that the entry is sized to, how often it is denied
        { "max_position", Wide with { PositionShareMax = 0.2m }, 0.2, 0 },
        { "max_position", Wide with { PositionShareMax = 0.2m }, 0.201, 1 },
        { "exposure", Wide with { ExposureShareMax = 0.5m }, 0.5, 0 },
        { "exposure", Wide with { ExposureShareMax = 0.5m }, 0.51, 1 },
        { "trade_risk", Wide with { TradeRiskShareMax = 0.02m }, 0.2, 0 },
        { "trade_risk", Wide with { TradeRiskShareMax = 0.02m }, 0.21, 1 },
        { "sector_heat", Wide with { SectorShareMax = 0.4m }, 0.41, 1 },
        { "correlation_heat", Wide with { CorrelatedShareMax = 0.6m }, 0.61, 1 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Entry_MeetsTheLimitsOnSize(string code, RiskLimits limits, double share, int denied)
    {
        // The stop lies a tenth below the price.
        var result = Backtest.Run(Flat(6), new Scripted((1, Decision.Buy(stop: 90))), Settings(limits, share));

        Assert.Equal(denied, result.Denied.GetValueOrDefault(code));
        Assert.Equal(1 - denied, result.Trades.Count);
        Assert.Equal(denied, result.Denied.Values.Sum());
    }

    [Fact]
    public void WithoutLimits_NothingIsDenied() =>
        Assert.Equal((1, 0), Backtest.Run(Flat(6), new Scripted((1, Decision.Buy())), Settings(null, 1)) is var result
            ? (result.Trades.Count, result.Denied.Count) : default);

    [Fact]
    public void EntryWithoutAStop_IsDenied_AsOnPaper()
    {
        var result = Backtest.Run(Flat(6), new Scripted((1, Decision.Buy()), (2, Decision.Buy())), Settings(Wide, 0.1));

        Assert.Equal(("trade_risk", 2), (result.Denied.Single().Key, result.Denied.Single().Value));
        Assert.Empty(result.Trades);
    }

    [Fact]
    public void EntriesOfOneMoment_CountTogether()
    {
        var result = Run(
            Settings(Wide with { ExposureShareMax = 1 }, 0.6),
            (Flat(6, "A"), new Scripted((1, Decision.Buy(stop: 90, score: 2)))),
            (Flat(6, "B"), new Scripted((1, Decision.Buy(stop: 90, score: 1)))));

        Assert.Equal("A", Assert.Single(result.Trades).Symbol);
        Assert.Equal(1, result.Denied["exposure"]);
    }

    [Theory]
    [InlineData("tech", 1)]
    [InlineData("oil", 0)]
    public void Sector_IsWhatTheSettingsSay(string other, int denied)
    {
        var settings = Settings(Wide with { SectorShareMax = 0.4m }, 0.3) with
        {
            Sectors = new Dictionary<string, string> { ["A"] = "tech", ["B"] = other },
        };
        var result = Run(
            settings, (Flat(6, "A"), new Scripted((1, Decision.Buy(stop: 90)))), (Flat(6, "B"), new Scripted((3, Decision.Buy(stop: 90)))));

        Assert.Equal(denied, result.Denied.GetValueOrDefault("sector_heat"));
    }

    [Theory]
    // the bar of B's entry; A, half of the account, falls by a tenth in bar 3 and stays there
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void LossOfTheDay_DeniesEntriesOnThatDay(int bar, int denied)
    {
        var result = Run(
            Settings(Wide with { DailyLossShareMax = 0.04m }, 0.5), (Falling(3, 90), new Scripted((1, Decision.Buy(stop: 50)))),
            (Flat(8, "B"), new Scripted((bar, Decision.Buy(stop: 90)))));

        Assert.Equal(denied, result.Denied.GetValueOrDefault("daily_loss"));
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(70, 1)]
    public void Drawdown_DeniesEntries_AsLongAsItLasts(double price, int denied)
    {
        var result = Run(
            Settings(Wide with { DrawdownShareMax = 0.1m }, 0.5), (Falling(3, price), new Scripted((1, Decision.Buy(stop: 50)))),
            (Flat(8, "B"), new Scripted((6, Decision.Buy(stop: 90)))));

        Assert.Equal(denied, result.Denied.GetValueOrDefault("drawdown"));
    }

    [Theory]
    // minutes after the open at which the entry is decided
    [InlineData(90, null)]
    [InlineData(100, "kill_zone")]
    [InlineData(109, "kill_zone")]
    [InlineData(110, null)]
    [InlineData(2, "market_open")]
    public void KillZonesAndPhases_CountWithinASession(int minute, string? code)
    {
        var limits = Wide with
        {
            KillZones = [new("tea", new(AnchorPoint.Open, TimeSpan.FromMinutes(100)), new(AnchorPoint.Open, TimeSpan.FromMinutes(110)))],
        };
        var result = Backtest.Run(
            Minutes(), new Scripted((minute - 1, Decision.Buy(stop: 90))), Settings(limits, 0.1) with { Market = Market });

        Assert.Equal(code, result.Denied.Keys.SingleOrDefault());
        Assert.Equal(code is null ? 1 : 0, result.Trades.Count);
    }

    [Fact]
    public void LimitsWithinASession_WantAClock() => Assert.Contains(
        "give the settings a Market",
        Assert.Throws<ArgumentException>(() => Backtest.Run(Minutes(), new BuyAndHold(), Settings(Wide, 1))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Report_CountsWhatWasDenied()
    {
        string Text(Decision decision)
        {
            var result = Backtest.Run(Flat(6), new Scripted((1, decision)), Settings(Wide, 0.1));
            return new BacktestReport("a test", result, Metrics.Of(result)).Text();
        }

        Assert.Contains("Entries denied by the limits of the order door: trade_risk 1.", Text(Decision.Buy()), StringComparison.Ordinal);
        Assert.Contains("Entries denied by the limits of the order door: none.", Text(Decision.Buy(stop: 90)), StringComparison.Ordinal);
    }

    /// <summary>Whatever a strategy wants under the usual limits, no entry was larger than they allow when it was sized.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void UsualLimits_HoldOnRandomWalks(int seed)
    {
        var series = Enumerable.Range(0, 6).Select(i => Walks.Series((10 * seed) + i, 1_000, $"W{i}")).ToArray();
        var sizing = new Sizing(0.03, 0.5, 2);
        var free = Backtest.Run(series, _ => new MomentumBreakout(20, 10, 10, 0.5), new() { Sizing = sizing });
        var bound = Backtest.Run(series, _ => new MomentumBreakout(20, 10, 10, 0.5), new() { Sizing = sizing, Limits = RiskLimits.Default });

        Assert.True(bound.Denied.Values.Sum() > 0);
        Assert.True(bound.Trades.Count < free.Trades.Count);
        Assert.All(bound.Curve.Exposure, share => Assert.InRange(share, 0, 1.1));
        Assert.Contains(free.Curve.Exposure, share => share > 1.1);
    }

    private static BacktestResult Run(BacktestSettings settings, params (BarSeries Series, IStrategy Strategy)[] runs) =>
        Backtest.Run([.. runs.Select(run => run.Series)], one => Array.Find(runs, run => run.Series == one).Strategy, settings);

    private static BacktestSettings Settings(RiskLimits? limits, double share) =>
        new() { Limits = limits, Sizing = new(0, share, 9, 9, IsWhole: false), Costs = TradingCosts.None };

    private static BarSeries Flat(int count, string symbol = "A") => Falling(count, 100, symbol, count);

    // At 100 up to a bar, at another price from it on.
    private static BarSeries Falling(int from, double price, string symbol = "A", int count = 8) => Made.Of(
        symbol, 1e6, [.. Enumerable.Range(0, count).Select(bar => bar < from ? (100.0, 100.0, 100.0, 100.0) : (price, price, price, price))]);

    private static BarSeries Minutes()
    {
        var open = Exchange.Open("2026-11-23");
        return new(
            new("A", BarInterval.Minute, Adjustment.Raw, "made by the test"),
            [.. Enumerable.Range(0, 390).Select(i => new Bar(open.AddMinutes(i), open.AddMinutes(i + 1), 100, 100, 100, 100, 1e6))]);
    }
}
