using Kobe.Desk.Bars;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>What a symbol did in a stretch of a session.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Volume">Shares traded.</param>
/// <param name="Open">The first price.</param>
/// <param name="Close">The last price.</param>
internal sealed record SymbolRange(
    string Symbol, double High, double Low, double Volume, double Open, double Close)
{
    /// <summary>The range of some bars; null when there are none.</summary>
    public static SymbolRange? Of(string symbol, ReadOnlySpan<Bar> bars)
    {
        if (bars.IsEmpty)
        {
            return null;
        }

        var (high, low, volume) = (double.MinValue, double.MaxValue, 0.0);
        foreach (ref readonly var bar in bars)
        {
            (high, low, volume) = (Math.Max(high, bar.High), Math.Min(low, bar.Low), volume + bar.Volume);
        }

        return new(symbol, high, low, volume, bars[0].Open, bars[^1].Close);
    }
}
