using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Desk.Strategies;

/// <summary>Buys a rising share after it has fallen back to its average and turned up again.</summary>
/// <remarks>
/// Assumptions. A trend of months goes on more often than it ends (Jegadeesh and Titman, Returns to Buying Winners and
/// Selling Losers, 1993). A fall back to the average inside such a trend is rest, not the end, once a close above the
/// day before's high shows buyers; where it falls two true ranges further it was the end after all. Daily bars of
/// liquid shares, long only. Made for weeks; earns nothing in a market without trends.
/// </remarks>
/// <param name="trend">The period of the average that must lie below the price.</param>
/// <param name="pullback">The period of the average that is touched.</param>
/// <param name="stopRanges">True ranges from the close to the stop, which follows the highest close.</param>
public sealed class TrendPullback(int trend = 200, int pullback = 20, double stopRanges = 2.5) : IStrategy
{
    // The touch may lie a few days back when the turn comes.
    private const int TouchDays = 5;

    private readonly Sma _trend = new(trend);
    private readonly Ema _average = new(pullback);
    private readonly Atr _range = new();
    private double _trendBefore = double.NaN;
    private double _highBefore = double.NaN;
    private int _sinceTouch = int.MaxValue;

    /// <inheritdoc/>
    public Decision OnBar(in Bar bar, in Holding holding)
    {
        var (line, average, range) = (_trend.Update(bar.Close), _average.Update(bar.Close), _range.Update(bar));
        var isRising = bar.Close > line && line > _trendBefore;
        var isTurning = bar.Close > _highBefore && bar.Close > average;
        _sinceTouch = bar.Low <= average ? 0 : _sinceTouch < int.MaxValue ? _sinceTouch + 1 : _sinceTouch;
        (_trendBefore, _highBefore) = (line, bar.High);
        if (!holding.IsFlat)
        {
            return bar.Close < line ? Decision.Exit : Decision.MoveStop(bar.Close - (stopRanges * range));
        }

        // The stronger the trend for its movement, the sooner in line.
        return isRising && isTurning && _sinceTouch <= TouchDays && range > 0
            ? Decision.Buy(bar.Close - (stopRanges * range), score: (bar.Close - line) / range)
            : Decision.None;
    }
}
