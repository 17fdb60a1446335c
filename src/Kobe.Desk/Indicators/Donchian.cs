using Kobe.Desk.Bars;

namespace Kobe.Desk.Indicators;

/// <summary>Donchian channel: the highest high and the lowest low of the last bars.</summary>
/// <remarks>
/// Richard Donchian's four-week rule (1960). The current bar is part of the channel: to see a breakout, compare the bar
/// with the channel as it was before the update.
/// </remarks>
/// <param name="period">How many bars; the four-week rule means 20 days.</param>
public sealed class Donchian(int period = 20)
{
    private readonly RollingExtreme _highs = new(period);
    private readonly RollingExtreme _lows = new(period);

    /// <summary>Whether as many bars have come as the period asks for.</summary>
    public bool IsReady => _highs.IsReady;

    /// <summary>The highest high; NaN until ready.</summary>
    public double Upper => IsReady ? _highs.Greatest : double.NaN;

    /// <summary>The lowest low; NaN until ready.</summary>
    public double Lower => IsReady ? -_lows.Greatest : double.NaN;

    /// <summary>Half-way between the two; NaN until ready.</summary>
    public double Middle => (Upper + Lower) / 2;

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <returns>The new <see cref="Upper"/>.</returns>
    public double Update(in Bar bar)
    {
        _highs.Update(bar.High);
        _lows.Update(-bar.Low);
        return Upper;
    }
}
