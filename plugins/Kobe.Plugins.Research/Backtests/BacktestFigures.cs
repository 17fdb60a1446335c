using Kobe.Desk.Backtests;
using Kobe.Desk.Backtests.Measures;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>A backtest in figures; null where there is none.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Days">Days of the curve.</param>
/// <param name="Trades">Closed trades.</param>
/// <param name="Cagr">Growth a year, as a share.</param>
/// <param name="Sharpe">A year's Sharpe ratio.</param>
/// <param name="Drawdown">The deepest fall, as a share.</param>
/// <param name="WinRate">The share of trades that made something.</param>
/// <param name="MeanMultiple">What a trade made for each dollar at risk, on the mean.</param>
/// <param name="MultipleDeviation">The deviation of that.</param>
/// <param name="Exposure">The mean share of equity in positions.</param>
/// <param name="Digest">The hash of curve and trades.</param>
internal sealed record BacktestFigures(
    string Strategy, int Days, int Trades, double? Cagr, double? Sharpe, double Drawdown, double? WinRate,
    double? MeanMultiple, double? MultipleDeviation, double? Exposure, string Digest)
{
    /// <summary>Measures a result.</summary>
    public static BacktestFigures Of(string strategy, BacktestResult result)
    {
        var metrics = Metrics.Of(result);
        var multiples = result.Trades.Select(trade => trade.Multiple).Where(double.IsFinite).ToArray();
        var mean = multiples.Length > 0 ? multiples.Average() : double.NaN;
        var deviation = multiples.Length > 1
            ? Math.Sqrt(multiples.Sum(one => (one - mean) * (one - mean)) / (multiples.Length - 1)) : double.NaN;
        return new(
            strategy, metrics.Days, metrics.Trades, Figure.Of(metrics.Cagr, 5), Figure.Of(metrics.Sharpe, 4),
            Math.Round(metrics.Drawdown.Depth, 5), Figure.Of(metrics.WinRate, 4), Figure.Of(mean, 4),
            Figure.Of(deviation, 4), Figure.Of(metrics.Exposure, 4), result.Digest());
    }
}
