namespace Kobe.Desk.Backtests.Measures;

/// <summary>A backtest in figures. Ratios are of daily returns, a year's worth, without a risk-free rate.</summary>
public sealed record Metrics
{
    /// <summary>Trading days in a year of a stock exchange.</summary>
    public const double StockDaysPerYear = 252;

    /// <summary>Days of the curve.</summary>
    public required int Days { get; init; }

    /// <summary>Years from the first day to the last, by the civil calendar.</summary>
    public required double Years { get; init; }

    /// <summary>The whole gain as a fraction of the start.</summary>
    public required double Gain { get; init; }

    /// <summary>Compound annual growth rate: (end / start)^(1 / years) − 1.</summary>
    public required double Cagr { get; init; }

    /// <summary>The deviation of daily returns, a year's worth, as a fraction.</summary>
    public required double Volatility { get; init; }

    /// <summary>Mean of the daily returns by their sample deviation, times the root of the days in a year (Sharpe, The
    /// Sharpe Ratio, 1994).</summary>
    public required double Sharpe { get; init; }

    /// <summary>Mean of the daily returns by the root of the mean square of the losing ones, times the root of the days
    /// in a year (Sortino and Price, 1994; target 0).</summary>
    public required double Sortino { get; init; }

    /// <summary>The deepest fall from a peak.</summary>
    public required Drawdown Drawdown { get; init; }

    /// <summary>Growth a year by the deepest fall (Young, 1991); NaN without a fall.</summary>
    public double Calmar => Drawdown.Depth > 0 ? Cagr / Drawdown.Depth : double.NaN;

    /// <summary>Closed trades, those still open included at their last close.</summary>
    public required int Trades { get; init; }

    /// <summary>The share of trades that made something; NaN without trades.</summary>
    public required double WinRate { get; init; }

    /// <summary>The sum of gains by the sum of losses; infinite without a loss, NaN without trades.</summary>
    public required double ProfitFactor { get; init; }

    /// <summary>The mean of what trades made for each dollar at risk; NaN when none had a stop.</summary>
    public required double MeanMultiple { get; init; }

    /// <summary>The mean share of equity that was in positions.</summary>
    public required double Exposure { get; init; }

    /// <summary>How often a year the account was bought and sold: half the traded value by the mean equity and the
    /// years.</summary>
    public required double Turnover { get; init; }

    /// <summary>What trading cost besides prices, in dollars.</summary>
    public required double Fees { get; init; }

    /// <summary>Measures a result.</summary>
    /// <param name="result">What came of a backtest.</param>
    /// <param name="daysPerYear">252 for a stock exchange, 365 for a market that never closes.</param>
    public static Metrics Of(BacktestResult result, double daysPerYear = StockDaysPerYear)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (curve, trades) = (result.Curve, result.Trades);
        var returns = curve.Returns();
        var spread = Spread.Of(returns);
        var years = curve.Count > 1 ? (curve.At(curve.Count - 1) - curve.At(0)).TotalDays / 365.25 : double.NaN;
        var (gains, losses) = (0.0, 0.0);
        foreach (var profit in trades.Select(trade => trade.Profit))
        {
            gains += Math.Max(0, profit);
            losses -= Math.Min(0, profit);
        }

        var multiples = trades.Select(trade => trade.Multiple).Where(double.IsFinite).ToArray();
        return new()
        {
            Days = curve.Count,
            Years = years,
            Gain = (curve.End / curve.Start) - 1,
            Cagr = Math.Pow(curve.End / curve.Start, 1 / years) - 1,
            Volatility = spread.Deviation * Math.Sqrt(daysPerYear),
            Sharpe = spread.Mean / spread.Deviation * Math.Sqrt(daysPerYear),
            Sortino = spread.Mean / LosingDeviation(returns) * Math.Sqrt(daysPerYear),
            Drawdown = Drawdown.Of(curve),
            Trades = trades.Count,
            WinRate = (double)trades.Count(trade => trade.Profit > 0) / trades.Count,
            ProfitFactor = gains / losses,
            MeanMultiple = multiples.Length > 0 ? multiples.Average() : double.NaN,
            Exposure = curve.Count > 0 ? curve.Exposure.Average() : 0,
            Turnover = curve.Count > 0 ? result.Traded / 2 / curve.Equity.Average() / years : 0,
            Fees = result.Fees,
        };
    }

    private static double LosingDeviation(double[] returns) =>
        Math.Sqrt(returns.Sum(change => change < 0 ? change * change : 0) / returns.Length);
}
