using Kobe.Plugins.Research.Snapshots;

namespace Kobe.Plugins.Research.Planning;

/// <summary>A symbol worth a look, and why.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Score">The sum of what speaks for it.</param>
/// <param name="Reasons">What that is.</param>
internal sealed record WatchedSymbol(string Symbol, double Score, IReadOnlyList<string> Reasons)
{
    /// <summary>Scores a symbol by its indicators.</summary>
    public static WatchedSymbol Of(IndicatorRow row)
    {
        (bool Holds, double Points, string Why)[] signs =
        [
            (row.Close > row.Sma200, 1, "above its long mean"),
            (row.Return63 > 0.05, 1, "rose in three months"),
            (row.Close > row.Sma200 && row.Rsi2 < 10, 2, "fell sharply within a rise"),
            (row.Close >= 0.97 * row.High252, 1.5, "near the high of the year"),
            (row.RelativeVolume > 1.5, 1, "traded more than usual"),
            (row.UpperBand is { } upper && row.Close > upper && row.Adx14 > 20, 1, "broke out in a trend"),
            (row.Close < row.Sma200 && row.Return21 < -0.1, -1, "falls without an end"),
        ];
        var held = signs.Where(sign => sign.Holds).ToList();
        return new(row.Symbol, held.Sum(sign => sign.Points), [.. held.Select(sign => sign.Why)]);
    }
}
