using Kobe.Desk.Bars;

namespace Kobe.Plugins.Research.Planning;

/// <summary>Prices at which a symbol turned before.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Close">The last close.</param>
/// <param name="Supports">Levels below, the nearest first, at most three.</param>
/// <param name="Resistances">Levels above, the nearest first, at most three.</param>
internal sealed record PriceLevels(
    string Symbol, double Close, IReadOnlyList<PriceLevel> Supports, IReadOnlyList<PriceLevel> Resistances)
{
    private const int Wing = 5;
    private const int Kept = 3;
    private const double Near = 0.01;

    /// <summary>Finds highs and lows that five sessions on both sides did not pass, and puts those within one percent
    /// of each other together.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="bars">The bars, at least eleven.</param>
    public static PriceLevels Of(string symbol, ReadOnlySpan<Bar> bars)
    {
        var turns = new List<double>();
        for (var i = Wing; i < bars.Length - Wing; i++)
        {
            var (isHigh, isLow) = (true, true);
            for (var j = i - Wing; j <= i + Wing; j++)
            {
                // Of equal ones the last counts, so that a turn is one turn.
                isHigh &= j > i ? bars[j].High < bars[i].High : bars[j].High <= bars[i].High;
                isLow &= j > i ? bars[j].Low > bars[i].Low : bars[j].Low >= bars[i].Low;
            }

            if (isHigh || isLow)
            {
                turns.Add(isHigh ? bars[i].High : bars[i].Low);
            }
        }

        var (close, levels) = (bars[^1].Close, Together(turns));
        return new(
            symbol, close,
            [.. levels.Where(level => level.Price < close).OrderByDescending(level => level.Price).Take(Kept)],
            [.. levels.Where(level => level.Price >= close).OrderBy(level => level.Price).Take(Kept)]);
    }

    private static List<PriceLevel> Together(List<double> turns)
    {
        turns.Sort();
        var (levels, group) = (new List<PriceLevel>(), new List<double>());
        foreach (var price in turns)
        {
            if (group.Count > 0 && price > group[0] * (1 + Near))
            {
                levels.Add(new(Math.Round(group.Average(), 2), group.Count));
                group.Clear();
            }

            group.Add(price);
        }

        if (group.Count > 0)
        {
            levels.Add(new(Math.Round(group.Average(), 2), group.Count));
        }

        return levels;
    }
}
