using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Planning;

/// <summary>The share of the account that a symbol should have.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Weight">The share.</param>
/// <param name="Volatility">Its volatility, a year's worth.</param>
internal sealed record TargetWeight(string Symbol, double Weight, double Volatility)
{
    /// <summary>Weights that give each symbol the same risk by itself: in the inverse of its volatility, none above a
    /// cap; what a cap cuts off goes to the others.</summary>
    /// <param name="symbols">Symbols with their volatilities, above 0.</param>
    /// <param name="cap">The largest weight; when all reach it the rest stays cash.</param>
    public static IReadOnlyList<TargetWeight> Of(
        IReadOnlyList<(string Symbol, double Volatility)> symbols, double cap)
    {
        var weights = new double[symbols.Count];
        var isFree = Enumerable.Repeat(true, symbols.Count).ToArray();
        var left = 1.0;
        while (isFree.Contains(true))
        {
            var sum = symbols.Where((_, i) => isFree[i]).Sum(one => 1 / one.Volatility);
            var over = Enumerable.Range(0, symbols.Count)
                .Where(i => isFree[i] && left / symbols[i].Volatility / sum > cap).ToList();
            foreach (var i in over.Count > 0 ? over : Enumerable.Range(0, symbols.Count).Where(i => isFree[i]).ToList())
            {
                weights[i] = over.Count > 0 ? cap : left / symbols[i].Volatility / sum;
                isFree[i] = false;
            }

            if (over.Count == 0)
            {
                break;
            }

            left -= cap * over.Count;
        }

        return
        [
            .. symbols.Select((one, i) => new TargetWeight(
                one.Symbol, Math.Round(weights[i], 5), Figure.Of(one.Volatility, 5) ?? 0)),
        ];
    }
}
