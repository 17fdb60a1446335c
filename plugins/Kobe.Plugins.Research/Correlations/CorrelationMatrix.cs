using Kobe.Desk.Studies;

namespace Kobe.Plugins.Research.Correlations;

/// <summary>How all symbols of a panel move together.</summary>
/// <param name="Pairs">Every pair that has a correlation, by the names of its symbols.</param>
internal sealed record CorrelationMatrix(IReadOnlyList<CorrelationPair> Pairs)
{
    /// <summary>The mean of all; NaN without pairs.</summary>
    public double Mean => Pairs.Count > 0 ? Pairs.Average(pair => pair.Value) : double.NaN;

    /// <summary>Compares every symbol with every other.</summary>
    /// <param name="panel">The prices.</param>
    /// <param name="days">Over how many sessions; a pair needs half of them.</param>
    /// <param name="cancellation">Ends it.</param>
    public static CorrelationMatrix Of(PricePanel panel, int days, CancellationToken cancellation)
    {
        var returns = Enumerable.Range(0, panel.Count).Select(symbol => panel.Returns(symbol, days)).ToArray();
        var order = Enumerable.Range(0, panel.Count)
            .OrderBy(symbol => panel.Symbols[symbol], StringComparer.Ordinal).ToArray();
        var pairs = new List<CorrelationPair>(order.Length * (order.Length - 1) / 2);
        for (var i = 0; i < order.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = i + 1; j < order.Length; j++)
            {
                var value = Pearson.Of(returns[order[i]], returns[order[j]], Math.Max(3, days / 2));
                if (double.IsFinite(value))
                {
                    pairs.Add(new(panel.Symbols[order[i]], panel.Symbols[order[j]], Math.Round(value, 4)));
                }
            }
        }

        return new(pairs);
    }

    /// <summary>The pairs of at least a size, the strongest first.</summary>
    public IReadOnlyList<CorrelationPair> Strong(double least, int most) =>
    [
        .. Pairs.Where(pair => Math.Abs(pair.Value) >= least)
            .OrderByDescending(pair => Math.Abs(pair.Value))
            .ThenBy(pair => pair.A, StringComparer.Ordinal).ThenBy(pair => pair.B, StringComparer.Ordinal)
            .Take(most),
    ];

    /// <summary>Groups of symbols that hang together: each is tied to another of its group at least so strongly
    /// (single linkage). Larger groups first; symbols without a tie are in none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Clusters(double least)
    {
        var group = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in Pairs.Where(pair => pair.Value >= least))
        {
            var (one, other) = (GroupOf(group, pair.A), GroupOf(group, pair.B));
            if (one != other)
            {
                one.AddRange(other);
                other.ForEach(symbol => group[symbol] = one);
            }
        }

        return
        [
            .. group.Values.Distinct()
                .Select(symbols => (IReadOnlyList<string>)[.. symbols.Order(StringComparer.Ordinal)])
                .OrderByDescending(symbols => symbols.Count).ThenBy(symbols => symbols[0], StringComparer.Ordinal),
        ];
    }

    private static List<string> GroupOf(Dictionary<string, List<string>> group, string symbol) =>
        group.TryGetValue(symbol, out var known) ? known : group[symbol] = [symbol];
}
