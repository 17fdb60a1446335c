using Kobe.Desk.Backtests;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Indicators;
using Kobe.Desk.Strategies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Backtests;

/// <summary>The engine: when orders trade, at which price, and that the account adds up.</summary>
public class BacktestTests
{
    private static readonly BacktestSettings Plain = new() { Sizing = Sizing.AllIn, Costs = TradingCosts.None, VolumeShareMax = 1e9 };

    [Fact]
    public void Order_TradesInTheNextBar_NeverInTheOneThatLedToIt()
    {
        var script = new Scripted((0, Decision.Buy()), (2, Decision.Exit));
        var result = Backtest.Run(Made.Series((10, 11, 9, 10), (20, 21, 19, 20), (30, 31, 29, 30), (40, 41, 39, 40)), script, Plain);

        var trade = Assert.Single(result.Trades);
        Assert.Equal((20, 40, ExitCause.Strategy, 3), (trade.EntryPrice, trade.ExitPrice, trade.Cause, trade.Bars));
        Assert.Equal([100_000, 100_000, 150_000, 200_000], result.Curve.Equity);
        Assert.Equal([0, 1, 2, 0], script.Seen.Select(seen => seen.Bars));
    }

    [Theory]
    // next bar: open high low close        decision                                   exit price, cause
    [InlineData(100, 101, 99, 100, 95, 110, 0, ExitCause.StillOpen)]
    [InlineData(100, 101, 94, 100, 95, 110, 95, ExitCause.Stop)]
    [InlineData(90, 91, 89, 90, 95, 110, 90, ExitCause.Stop)]
    [InlineData(100, 111, 99, 100, 95, 110, 110, ExitCause.Target)]
    [InlineData(120, 121, 119, 120, 95, 110, 120, ExitCause.Target)]
    [InlineData(100, 111, 94, 100, 95, 110, 95, ExitCause.Stop)]
    public void Exit_IsThePessimisticOne(
        double open, double high, double low, double close, double stop, double target, double price, ExitCause cause)
    {
        var script = new Scripted((0, Decision.Buy(stop, target)));
        var result = Backtest.Run(Made.Series((100, 100, 100, 100), (100, 101, 99, 100), (open, high, low, close)), script, Plain);

        var trade = Assert.Single(result.Trades);
        Assert.Equal(cause, trade.Cause);
        Assert.Equal(cause == ExitCause.StillOpen ? close : price, trade.ExitPrice);
    }

    [Fact]
    public void Stop_WorksInTheBarOfTheEntry_AndTheTargetFromTheNextOn()
    {
        var stopped = Run(new Scripted((0, Decision.Buy(95, 105))), (100, 100, 100, 100), (100, 106, 94, 100));
        var kept = Run(new Scripted((0, Decision.Buy(90, 105))), (100, 100, 100, 100), (100, 106, 94, 100));

        Assert.Equal(ExitCause.Stop, Assert.Single(stopped.Trades).Cause);
        Assert.Equal(ExitCause.StillOpen, Assert.Single(kept.Trades).Cause);
    }

    [Theory]
    // limit, trigger, next bar's open high low close, entry price (0: none)
    [InlineData(99, double.NaN, 100, 101, 98, 100, 99)]
    [InlineData(99, double.NaN, 97, 101, 96, 100, 97)]
    [InlineData(99, double.NaN, 100, 101, 99.5, 100, 0)]
    [InlineData(double.NaN, 102, 100, 103, 99, 100, 102)]
    [InlineData(double.NaN, 102, 104, 105, 99, 100, 104)]
    [InlineData(double.NaN, 102, 100, 101, 99, 100, 0)]
    [InlineData(103, 102, 104, 105, 103.5, 104, 0)]
    [InlineData(103, 102, 100, 105, 99, 100, 102)]
    public void Entry_TradesByTheFillRules_AndCountsForOneBar(
        double limit, double trigger, double open, double high, double low, double close, double price)
    {
        var result = Run(
            new Scripted((0, Decision.Buy(limit: limit, trigger: trigger))), (100, 100, 100, 100), (open, high, low, close), (102, 102, 50, 102));

        Assert.Equal(price == 0 ? [] : [price], result.Trades.Select(trade => trade.EntryPrice));
    }

    [Fact]
    public void Stop_MovesCloserOnly()
    {
        var script = new Scripted((0, Decision.Buy(90)), (1, Decision.MoveStop(95)), (2, Decision.MoveStop(80)));
        var result = Run(script, (100, 100, 100, 100), (100, 101, 99, 100), (100, 101, 99, 100), (100, 101, 94, 100));

        Assert.Equal((ExitCause.Stop, 95.0), (Assert.Single(result.Trades).Cause, result.Trades[0].ExitPrice));
        Assert.Equal([double.NaN, 90, 95, double.NaN], script.Seen.Select(seen => seen.Stop));
    }

    [Fact]
    public void Short_IsTheMirror()
    {
        var result = Backtest.Run(
            Made.Series((100, 100, 100, 100), (100, 101, 99, 100), (100, 111, 80, 80)),
            new Scripted((0, Decision.SellShort(110, 70))), Plain);

        var trade = Assert.Single(result.Trades);
        Assert.Equal((OrderSide.Sell, 110.0, ExitCause.Stop), (trade.Side, trade.ExitPrice, trade.Cause));
        Assert.Equal(90_000, result.Curve.End, 6);
    }

    [Fact]
    public void Size_FollowsTheRisk_AndItsLimits()
    {
        var settings = new BacktestSettings { Costs = TradingCosts.None, Sizing = new(RiskShare: 0.01, PositionShareMax: 0.5) };
        double Shares(double stop) => Backtest.Run(
            Made.Series((100, 100, 100, 100), (100, 101, 99.9, 100)), new Scripted((0, Decision.Buy(stop))), settings).Trades[0].Quantity;

        Assert.Equal(100, Shares(90));
        Assert.Equal(333, Shares(97));
        Assert.Equal(500, Shares(99.5));
    }

    [Fact]
    public void Volume_LimitsWhatTrades()
    {
        var series = Made.Of("THIN", 1_000, (100, 100, 100, 100), (100, 101, 99, 100));
        var result = Backtest.Run(series, new Scripted((0, Decision.Buy(50))), new() { Sizing = new(PositionShareMax: 1, RiskShare: 1) });

        Assert.Equal(100, Assert.Single(result.Trades).Quantity);
    }

    [Fact]
    public void Costs_AreCountedOnBothSides()
    {
        var settings = Plain with { Costs = new(PerShare: 0.01, PerOrder: 1, SlippageBps: 100), Sizing = Sizing.AllIn with { PositionShareMax = 0.5 } };
        var result = Backtest.Run(
            Made.Series((100, 100, 100, 100), (100, 101, 99, 100), (100, 101, 99, 100)),
            new Scripted((0, Decision.Buy()), (1, Decision.Exit)), settings);

        var trade = Assert.Single(result.Trades);
        Assert.Equal((101.0, 99.0), (trade.EntryPrice, trade.ExitPrice));
        Assert.Equal(2 * 0.01 * trade.Quantity, result.Fees, 9);
        Assert.Equal(100_000 + trade.Profit, result.Curve.End, 9);
    }

    [Fact]
    public void Entries_TakeThePlaces_ByScore()
    {
        var bars = Enumerable.Range(0, 4).Select(i => Made.Of($"S{i}", 1e6, (100, 100, 100, 100), (100, 101, 99, 100))).ToArray();
        double[] scores = [1, 3, 2, 3];
        var result = Backtest.Run(
            bars, one => new Scripted((0, Decision.Buy(90, score: scores[one.Name.Symbol[1] - '0']))),
            new() { Sizing = new(PositionsMax: 2) });

        Assert.Equal(["S1", "S3"], result.Trades.Select(trade => trade.Symbol).Order());
    }

    [Fact]
    public void WarmingUp_SeesBars_AndTradesNothing()
    {
        var series = Walks.Series(1, 300);
        var from = series[250].End;
        var result = Backtest.Run(series, new SmaCross(5, 20), Plain with { From = from });

        Assert.Equal(50, result.Curve.Count);
        Assert.True(result.Trades.All(trade => trade.Entered > from));
        Assert.Equal(300, result.Bars);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SmaCross_IsWhatABareLoopComputes(int seed)
    {
        var series = Walks.Series(seed, 2_000);
        var result = Backtest.Run(series, new SmaCross(10, 30), Plain);

        var (cash, shares, wants, closes) = (100_000.0, 0.0, 0, series.All.ToArray().Select(bar => bar.Close).ToArray());
        for (var i = 0; i < series.Count; i++)
        {
            (cash, shares) = wants > 0 ? (0, cash / series[i].Open) : wants < 0 ? (shares * series[i].Open, 0) : (cash, shares);
            var (fast, slow) = i < 29 ? (0, 0) : (closes[(i - 9)..(i + 1)].Average(), closes[(i - 29)..(i + 1)].Average());
            wants = shares == 0 && fast > slow ? 1 : shares > 0 && fast < slow ? -1 : 0;
            Assert.Equal(cash + (shares * closes[i]), result.Curve.Equity[i], 1e-6);
        }

        Assert.True(result.Trades.Count > 10);
    }

    // Law: the account's gain is the sum of its trades' profits, whatever was ordered.
    [Fact]
    public void Account_IsTheSumOfItsTrades()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var series = Enumerable.Range(0, 5).Select(i => Walks.Series((seed * 10) + i, 120, $"S{i}")).ToArray();
            var result = Backtest.Run(series, _ => new Whim(random), new()
            {
                Costs = new(0.005, 1, 5), Sizing = new(0.02, 0.4, 1.5, 3, IsWhole: seed % 2 == 0),
            });

            Assert.NotEmpty(result.Trades);
            Assert.Equal(result.Trades.Sum(trade => trade.Profit), result.Curve.End - 100_000, 1e-6);
            Assert.Equal(result.Fees, result.Trades.Sum(trade => trade.Fees), 1e-6);
            Assert.All(result.Trades, trade => Assert.True(trade.WorstMove <= 0 && trade.BestMove >= 0 && trade.Bars >= 1));
        }
    }

    [Fact]
    public void SameInput_GivesTheSameDigest_AndAnotherOneAnother()
    {
        string Digest(int seed) => Backtest.Run(
            [Walks.Series(seed, 500, "A"), Walks.Series(seed + 1, 500, "B")], _ => new SmaCross(5, 20), new()).Digest();

        Assert.Equal(Digest(1), Digest(1));
        Assert.NotEqual(Digest(1), Digest(2));
    }

    /// <summary>Every symbol that the folder has, be it known here or not.</summary>
    [Fact]
    public void BoughtAndHeld_IsTheRatioOfAdjustedPrices_FromRawPricesAndFactors()
    {
        foreach (var symbol in RealBars.Csv.Symbols())
        {
            var raw = RealBars.Daily(symbol).Series!;
            var end = raw[^1].End;
            var result = Backtest.Run(
                RealBars.Factors(symbol).Adjust(raw, Adjustment.All, end), new BuyAndHold(), Plain with { VolumeShareMax = 1e12 });

            // The same from the text of the files, in decimal: shares bought at the second open, every dividend and split since.
            var dates = raw.All.ToArray().Select(bar => $"{bar.Start:yyyy-MM-dd}").ToHashSet();
            var days = Rows("daily", symbol).Where(row => dates.Contains(row[0])).OrderBy(row => row[0], StringComparer.Ordinal).ToArray();
            var rows = Rows("factors", symbol);
            decimal Factor(string date) =>
                Array.Find(rows, row => string.CompareOrdinal(row[0], date.Replace("-", "", StringComparison.Ordinal)) >= 0) is { } row
                    ? decimal.Parse(row[1]) * decimal.Parse(row[2]) : 1;
            var growth = decimal.Parse(days[^1][4]) * Factor(days[^1][0]) / (decimal.Parse(days[1][1]) * Factor(days[1][0]));

            Assert.Equal(days.Length, result.Curve.Count);
            Assert.True(Math.Abs((result.Curve.End / (100_000 * (double)growth)) - 1) <= 1e-9, $"{symbol}: {result.Curve.End} instead of {100_000 * growth}.");
        }
    }

    [Fact]
    public void HeldWithEveryDividendBoughtAgain_IsTheSame()
    {
        foreach (var symbol in RealBars.Csv.Symbols())
        {
            var (raw, factors) = (RealBars.Daily(symbol).Series!, RealBars.Factors(symbol));
            var adjusted = factors.Adjust(raw, Adjustment.All, raw[^1].End);
            var shares = 1.0;
            foreach (var action in factors.Actions().Where(action => action.LastDate >= DateOnly.FromDateTime(raw[0].Start.UtcDateTime)))
            {
                shares *= action.SplitRatio / action.PriceRatio;
            }

            Assert.Equal(1, shares * raw[^1].Close / raw[0].Close / (adjusted[^1].Close / adjusted[0].Close), 1e-9);
        }
    }

    private static string[][] Rows(string kind, string symbol) =>
        [.. File.ReadLines(Path.Combine(RealBars.Folder, kind, $"{symbol}.csv")).Where(line => char.IsAsciiDigit(line[0])).Select(line => line.Split(','))];

    private static BacktestResult Run(IStrategy strategy, params (double Open, double High, double Low, double Close)[] bars) =>
        Backtest.Run(Made.Series(bars), strategy, Plain);

    /// <summary>Anything at any time.</summary>
    private sealed class Whim(Random random) : IStrategy
    {
        private readonly Atr _range = new(3);

        public Decision OnBar(in Bar bar, in Holding holding)
        {
            var range = _range.Update(bar);
            return random.Next(6) switch
            {
                0 => Decision.Buy(bar.Close - (2 * range), bar.Close + range, score: random.NextDouble()),
                1 => Decision.Buy(bar.Close - range, limit: bar.Close * 0.999),
                2 => Decision.SellShort(bar.Close + range, bar.Close - range),
                3 => Decision.Exit,
                4 => Decision.MoveStop(bar.Close * (0.9 + (0.2 * random.NextDouble()))),
                _ => Decision.None,
            };
        }
    }
}
