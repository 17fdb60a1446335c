using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Desk.Strategies;

/// <summary>Buys a sharp fall of days inside a long rise, and sells the recovery.</summary>
/// <remarks>
/// Assumptions. Who must sell at once pays for it, and the price comes back within days (Lehmann, Fads, Martingales,
/// and Market Efficiency, 1990; the two-day RSI below 10 is Connors and Alvarez, Short Term Trading Strategies That
/// Work, 2008). Above the average of 200 days a fall is more often haste than news. Wins are many and small, losses few
/// and large: the stop is wide, and time ends what does not recover. Daily bars, long only.
/// </remarks>
/// <param name="trend">The period of the average that must lie below the price.</param>
/// <param name="low">The RSI of two days below which a fall is sharp, 0 to 100.</param>
/// <param name="recovery">The period of the average whose crossing ends the position.</param>
/// <param name="days">Bars after which it ends anyway.</param>
/// <param name="stopRanges">True ranges from the close to the stop.</param>
public sealed class MeanReversion(
    int trend = 200, double low = 10, int recovery = 5, int days = 10, double stopRanges = 3) : IStrategy
{
    private readonly Sma _trend = new(trend);
    private readonly Sma _recovery = new(recovery);
    private readonly Rsi _haste = new(2);
    private readonly Atr _range = new();

    /// <inheritdoc/>
    public Decision OnBar(in Bar bar, in Holding holding)
    {
        var (line, usual) = (_trend.Update(bar.Close), _recovery.Update(bar.Close));
        var (haste, range) = (_haste.Update(bar.Close), _range.Update(bar));
        if (!holding.IsFlat)
        {
            return bar.Close > usual || holding.Bars >= days ? Decision.Exit : Decision.None;
        }

        return bar.Close > line && haste < low && range > 0
            ? Decision.Buy(bar.Close - (stopRanges * range), score: low - haste)
            : Decision.None;
    }
}
