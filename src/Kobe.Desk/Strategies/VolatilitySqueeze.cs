using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Desk.Strategies;

/// <summary>Waits until a share has become quiet, and buys when it breaks out upwards.</summary>
/// <remarks>
/// Assumptions. Volatility comes in clusters and returns to its mean (Engle, Autoregressive Conditional
/// Heteroscedasticity, 1982), so that quiet ends in movement; its direction is that of the first close outside. Quiet
/// means that the Bollinger bands lie inside a Keltner channel of 1.5 true ranges (Carter, Mastering the Trade, 2005).
/// Half of the breakouts are false: the stop is the middle of the bands. Daily bars, long only.
/// </remarks>
/// <param name="period">The period of bands and channel.</param>
/// <param name="quiet">The least bars of quiet before a breakout counts.</param>
/// <param name="channel">True ranges of the channel.</param>
public sealed class VolatilitySqueeze(int period = 20, int quiet = 6, double channel = 1.5) : IStrategy
{
    private readonly Bollinger _bands = new(period);
    private readonly Ema _average = new(period);
    private readonly Atr _range = new(period);
    private int _quiet;

    /// <inheritdoc/>
    public Decision OnBar(in Bar bar, in Holding holding)
    {
        var (upper, width) = (_bands.Upper, _quiet);
        _bands.Update(bar.Close);
        var (average, range) = (_average.Update(bar.Close), _range.Update(bar));
        var isQuiet = _bands.Upper < average + (channel * range) && _bands.Lower > average - (channel * range);
        _quiet = isQuiet ? _quiet + 1 : 0;
        if (!holding.IsFlat)
        {
            return bar.Close < average ? Decision.Exit : Decision.None;
        }

        // The breakout widens the bands: it is measured against those of the day before.
        return width >= quiet && bar.Close > upper && bar.Close > _bands.Middle
            ? Decision.Buy(_bands.Middle, score: width)
            : Decision.None;
    }
}
