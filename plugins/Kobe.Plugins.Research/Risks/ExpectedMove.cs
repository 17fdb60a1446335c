using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Plugins.Research.Risks;

/// <summary>How far a symbol is likely to move.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Close">The last close.</param>
/// <param name="Move">One deviation of so many sessions, as a share of the close.</param>
/// <param name="Low">The close less that.</param>
/// <param name="High">The close and that.</param>
/// <param name="Inside">How often, in the last year, moves over as many sessions stayed within what was expected then;
/// two thirds would be right.</param>
internal sealed record ExpectedMove(
    string Symbol, double Close, double Move, double Low, double High, double? Inside)
{
    private const int Period = 20;
    private const int Year = 252;

    /// <summary>Expects from the realised volatility of 20 sessions.</summary>
    /// <param name="series">The bars.</param>
    /// <param name="sessions">Over how many sessions.</param>
    /// <returns>Null with too few bars.</returns>
    public static ExpectedMove? Of(BarSeries series, int sessions)
    {
        var bars = series.All[^Math.Min(Year + Period + sessions, series.Count)..];
        var (volatility, moves) = (new RealizedVolatility(Period, 1), new double[bars.Length]);
        var (inside, judged) = (0, 0);
        for (var i = 0; i < bars.Length; i++)
        {
            moves[i] = volatility.Update(bars[i].Close) * Math.Sqrt(sessions);
            if (i >= sessions && !double.IsNaN(moves[i - sessions]))
            {
                judged++;
                inside += Math.Abs(Math.Log(bars[i].Close / bars[i - sessions].Close)) <= moves[i - sessions] ? 1 : 0;
            }
        }

        if (bars.Length == 0 || double.IsNaN(moves[^1]))
        {
            return null;
        }

        var close = bars[^1].Close;
        return new(
            series.Name.Symbol, close, Math.Round(moves[^1], 5), Math.Round(close * (1 - moves[^1]), 2),
            Math.Round(close * (1 + moves[^1]), 2), judged > 0 ? Math.Round((double)inside / judged, 3) : null);
    }
}
