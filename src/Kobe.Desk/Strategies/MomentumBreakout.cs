using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Desk.Strategies;

/// <summary>Buys a new high of weeks that comes in a trend and with volume; leaves at a new low of days.</summary>
/// <remarks>
/// Assumptions. A new high shows demand that has not been met, the more so the more is traded (George and Hwang, The
/// 52-Week High and Momentum Investing, 2004). Channel in, shorter channel out is Donchian's rule as the Turtles traded
/// it. Most breakouts fail and few pay for them: the win rate is low by design. Daily bars, long only.
/// </remarks>
/// <param name="entry">Bars of the channel that is broken upwards.</param>
/// <param name="exit">Bars of the channel whose lower side ends the position.</param>
/// <param name="strength">The least ADX, 0 to 100.</param>
/// <param name="volume">The least volume as a multiple of its average of 50 bars.</param>
/// <param name="stopRanges">True ranges from the close to the first stop.</param>
public sealed class MomentumBreakout(
    int entry = 55, int exit = 20, double strength = 20, double volume = 1.2, double stopRanges = 2) : IStrategy
{
    private readonly Donchian _entry = new(entry);
    private readonly Donchian _exit = new(exit);
    private readonly Adx _strength = new();
    private readonly Atr _range = new(20);
    private readonly Sma _volume = new(50);

    /// <inheritdoc/>
    public Decision OnBar(in Bar bar, in Holding holding)
    {
        // The channels as they were before this bar.
        var (high, low, usual) = (_entry.Upper, _exit.Lower, _volume.Value);
        _entry.Update(bar);
        _exit.Update(bar);
        _volume.Update(bar.Volume);
        var (trend, range) = (_strength.Update(bar), _range.Update(bar));
        if (!holding.IsFlat)
        {
            return bar.Close < low ? Decision.Exit : Decision.None;
        }

        return bar.Close > high && trend >= strength && bar.Volume >= volume * usual && range > 0
            ? Decision.Buy(bar.Close - (stopRanges * range), score: trend)
            : Decision.None;
    }
}
