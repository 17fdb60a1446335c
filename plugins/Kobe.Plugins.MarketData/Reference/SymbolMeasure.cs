using Kobe.Desk.Bars;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>What decides whether a symbol may belong to the universe.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Sector">Its sector; empty when unknown.</param>
/// <param name="Close">The last close, in dollars.</param>
/// <param name="DollarVolume">The mean of price times volume a session.</param>
/// <param name="Volatility">The deviation of daily log returns, a year's worth (252 sessions).</param>
/// <param name="Sessions">How many sessions are stored.</param>
internal sealed record SymbolMeasure(
    string Symbol, string Sector, double Close, double DollarVolume, double Volatility, int Sessions)
{
    private const double SessionsPerYear = 252;

    /// <summary>Measures the last sessions; null with fewer than two.</summary>
    public static SymbolMeasure? Of(string symbol, string sector, ReadOnlySpan<Bar> bars, int sessions)
    {
        if (bars.Length < 2)
        {
            return null;
        }

        var last = bars[Math.Max(0, bars.Length - sessions - 1)..];
        var (dollars, sum, squares) = (0.0, 0.0, 0.0);
        for (var i = 1; i < last.Length; i++)
        {
            var move = Math.Log(last[i].Close / last[i - 1].Close);
            (sum, squares) = (sum + move, squares + (move * move));
            dollars += last[i].Close * last[i].Volume;
        }

        var count = last.Length - 1;
        var variance = count < 2 ? 0 : Math.Max(0, (squares - (sum * sum / count)) / (count - 1));
        return new(
            symbol, sector, Math.Round(last[^1].Close, 4), Math.Round(dollars / count),
            Prices.Rounded(Math.Sqrt(variance * SessionsPerYear)), bars.Length);
    }
}
