using Kobe.Desk.Backtests;
using Kobe.Desk.Backtests.Measures;
using Kobe.Desk.Strategies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Backtests;

/// <summary>The figures of a backtest, against hands and published examples.</summary>
public class MeasureTests
{
    [Fact]
    public void Metrics_AreThoseOfTheTextbook()
    {
        var result = Result([110, 99, 108.9, 119.79], new(2024, 1, 2), 100);
        var metrics = Metrics.Of(result);

        double[] returns = [0.1, -0.1, 0.1, 0.1];
        var mean = 0.05;
        var deviation = Math.Sqrt(((3 * 0.05 * 0.05) + (0.15 * 0.15)) / 3);
        Assert.Equal(returns, result.Curve.Returns().Select(value => Math.Round(value, 12)));
        Assert.Equal(0.1979, metrics.Gain, 12);
        Assert.Equal(mean / deviation * Math.Sqrt(252), metrics.Sharpe, 9);
        Assert.Equal(mean / Math.Sqrt(0.01 / 4) * Math.Sqrt(252), metrics.Sortino, 9);
        Assert.Equal(0.1, metrics.Drawdown.Depth, 12);
        Assert.Equal((0, 1, 2), (metrics.Drawdown.Peak, metrics.Drawdown.Valley, metrics.Drawdown.LongestDays));
        Assert.Equal(Math.Pow(1.1979, 365.25 / 3) - 1, metrics.Cagr, 1e-6 * metrics.Cagr);
    }

    [Fact]
    public void ProfitFactor_IsGainsByLosses()
    {
        var series = Made.Series((10, 10, 10, 10), (10, 10, 10, 10), (12, 12, 12, 12), (12, 12, 12, 12), (11, 11, 11, 11), (11, 11, 11, 11));
        var result = Backtest.Run(
            series, new Scripted((0, Decision.Buy(5)), (1, Decision.Exit), (2, Decision.Buy(5)), (3, Decision.Exit)),
            new() { Sizing = new(RiskShare: 0, PositionShareMax: 0.12), Costs = TradingCosts.None });
        var metrics = Metrics.Of(result);

        Assert.Equal([2400, -1024], result.Trades.Select(trade => Math.Round(trade.Profit)));
        Assert.Equal((2, 0.5), (metrics.Trades, metrics.WinRate));
        Assert.Equal(2400.0 / 1024, metrics.ProfitFactor, 12);
    }

    [Theory]
    // Abramowitz and Stegun, table 26.1
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.691462461274013)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(1.96, 0.975002104851780)]
    [InlineData(-1, 0.158655253931457)]
    [InlineData(3, 0.998650101968370)]
    [InlineData(4, 0.999968328758167)]
    [InlineData(-5, 2.866515718791946e-7)]
    public void NormalCurve_AgreesWithTheTable_AndItsInverseWithIt(double x, double part)
    {
        Assert.Equal(part, NormalCurve.Cumulative(x), 14);
        Assert.Equal(x, NormalCurve.Quantile(part), 8);
    }

    [Fact]
    public void DeflatedSharpe_GivesThePublishedExample()
    {
        // Bailey and López de Prado (2014), the numerical example: 100 trials of variance 1/2 a year, 1,250 days, a ratio of
        // 2.5 a year, skew -3, kurtosis 10.
        var luck = DeflatedSharpe.Luck(100, Math.Sqrt(0.5 / 250));

        Assert.Equal(0.1132, luck, 4);
        Assert.Equal(0.9004, DeflatedSharpe.Above(2.5 / Math.Sqrt(250), luck, 1250, -3, 10), 3);
    }

    [Fact]
    public void DeflatedSharpe_TrustsLess_TheMoreWasTried()
    {
        var returns = Backtest.Run(Walks.Series(3, 1_000), new BuyAndHold(), new() { Sizing = Sizing.AllIn }).Curve.Returns();
        var random = new Random(1);
        double After(int trials) => DeflatedSharpe.Probability(
            returns, Enumerable.Range(0, trials).Select(_ => 0.05 * (random.NextDouble() - 0.5)).ToArray());

        Assert.True(After(1) > After(10) && After(10) > After(1000));
    }

    [Fact]
    public void Confidence_RepeatsUnderItsSeed_AndHoldsTheFigureBetweenItsEnds()
    {
        var curve = Backtest.Run(Walks.Series(3, 1_000), new BuyAndHold(), new() { Sizing = Sizing.AllIn }).Curve;
        var (once, again, other) = (Confidence.Of(curve, 300, 7), Confidence.Of(curve, 300, 7), Confidence.Of(curve, 300, 8));
        var metrics = Metrics.Of(Backtest.Run(Walks.Series(3, 1_000), new BuyAndHold(), new() { Sizing = Sizing.AllIn }));

        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
        Assert.InRange(metrics.Sharpe, once.Sharpe.Low, once.Sharpe.High);
        Assert.InRange(metrics.Cagr, once.Cagr.Low, once.Cagr.High);
        Assert.True(once.Drawdown.Low > 0 && once.Drawdown.High < 1);
    }

    // Independent days: the resampled Sharpe ratio must spread as theory says, about sqrt(252 / n).
    [Fact]
    public void Confidence_IsAsWideAsTheorySays_WhereDaysAreIndependent()
    {
        var random = new Random(5);
        var (value, equity) = (100.0, new double[2_520]);
        for (var day = 0; day < equity.Length; day++)
        {
            equity[day] = value *= 1 + (0.01 * (random.NextDouble() - 0.5));
        }

        var sharpe = Confidence.Of(Result(equity, new(2010, 1, 4), 100).Curve, 1_000, 1).Sharpe;

        Assert.InRange((sharpe.High - sharpe.Low) / (2 * 1.645 * Math.Sqrt(252.0 / 2_520)), 0.8, 1.2);
    }

    private static BacktestResult Result(double[] equity, DateOnly from, double start)
    {
        var ticks = Enumerable.Range(0, equity.Length).Select(day => from.AddDays(day).ToDateTime(TimeOnly.MinValue).Ticks);
        return new([], new() { Cash = start }, new([.. ticks], equity, new double[equity.Length], start), [], 0, 0, equity.Length);
    }
}
