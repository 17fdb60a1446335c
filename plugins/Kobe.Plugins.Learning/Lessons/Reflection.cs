using Kobe.Desk.Studies;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>What went well and what went wrong, from trades and what others found.</summary>
/// <param name="Trades">How many trades.</param>
/// <param name="Gain">What they made, in dollars.</param>
/// <param name="Well">What went well, as sentences.</param>
/// <param name="Wrong">What went wrong.</param>
/// <param name="Expected">The mean probability that a model gave those it had scored, or null.</param>
/// <param name="Came">The share of those that made something, or null.</param>
internal sealed record Reflection(
    int Trades, double Gain, IReadOnlyList<string> Well, IReadOnlyList<string> Wrong, double? Expected, double? Came)
{
    private const double FarBeyond = 1.1;

    /// <summary>Looks at trades.</summary>
    /// <param name="trades">The trades, at least one.</param>
    /// <param name="said">The probability that a model gave a symbol, or null.</param>
    public static Reflection Of(IReadOnlyList<TradeLine> trades, Func<string, double?> said)
    {
        var (well, wrong) = (new List<string>(), new List<string>());
        foreach (var trade in trades)
        {
            var name = $"{trade.Symbol} ({trade.Strategy})";
            if (trade.Multiple is null)
            {
                wrong.Add($"{name} had no stop: its risk was not known.");
            }
            else if (trade.Multiple < -FarBeyond)
            {
                wrong.Add($"{name} lost {-trade.Multiple:0.0} R, more than its stop allowed.");
            }
            else if (trade.Multiple >= 2)
            {
                well.Add($"{name} made {trade.Multiple:0.0} R.");
            }

            if (trade.Risk is { } risk && trade.Mfe > risk && trade.Gain <= 0)
            {
                wrong.Add($"{name} was {trade.Mfe / risk:0.0} R ahead and made nothing of it.");
            }
        }

        if (trades.Count >= 5 && trades.All(trade => trade.Multiple >= -FarBeyond))
        {
            well.Add($"Every one of {trades.Count} trades kept to its stop.");
        }

        var scored = trades.Select(trade => (Said: said(trade.Symbol), Won: trade.Gain > 0 ? 1.0 : 0))
            .Where(one => one.Said is not null).ToList();
        return new(
            trades.Count, Math.Round(trades.Sum(trade => trade.Gain), 2), well, wrong,
            scored.Count > 0 ? Math.Round(scored.Average(one => one.Said!.Value), 4) : null,
            scored.Count > 0 ? Math.Round(scored.Average(one => one.Won), 4) : null);
    }
}
