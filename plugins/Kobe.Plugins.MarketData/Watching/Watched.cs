using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Watching;

/// <summary>The symbols of a scope.</summary>
/// <param name="Symbols">The symbols, in the order of the source, the index first.</param>
/// <param name="Nothing">Why there are none, as a row's reason to be skipped; null when there are some.</param>
internal sealed record Watched(IReadOnlyList<string> Symbols, string? Nothing)
{
    /// <summary>Finds the symbols.</summary>
    /// <param name="desk">What is watched.</param>
    /// <param name="facts">What other tasks published about holdings, plan and universe.</param>
    /// <param name="scope">Which of them.</param>
    /// <param name="sector">Only those of a sector; null or empty for all.</param>
    public static Watched Of(DeskSession desk, IFacts facts, Scope scope, string? sector = null)
    {
        var all = desk.Symbols;
        IReadOnlyList<string> chosen = scope switch
        {
            Scope.All => all,
            Scope.Index => [desk.Source.Index],
            Scope.Shares => [.. all.Where(symbol => symbol != desk.Source.Index)],
            Scope.Holdings => Named(facts, "positions.open", "positions", all) ?? [],
            Scope.Plan => Named(facts, "plan.today", "ideas", all) ?? [],
            Scope.Universe => Named(facts, "universe.today", "symbols", all) ?? all,
            _ => Named(facts, "watchlist.tomorrow", "symbols", all)
                ?? Named(facts, "watchlist.tomorrow", "ideas", all) ?? [],
        };
        if (chosen.Count == 0)
        {
            return new([], WhyNone(scope));
        }

        if (!string.IsNullOrWhiteSpace(sector))
        {
            chosen = [.. chosen.Where(symbol =>
                desk.Source.SectorOf(symbol).Equals(sector, StringComparison.OrdinalIgnoreCase))];
            return new(chosen, chosen.Count == 0 ? $"no symbol of the sector {sector} is watched" : null);
        }

        return new(chosen, null);
    }

    private static string WhyNone(Scope scope) => scope switch
    {
        Scope.Holdings => "nothing is held",
        Scope.Plan => "there is no plan yet, or it has no ideas",
        Scope.Watchlist => "there is no watchlist yet",
        _ => "no symbol is watched: name some with desk.symbols",
    };

    // Elements are symbols or objects with one; null when nobody has published the fact.
    private static List<string>? Named(IFacts facts, string fact, string member, IReadOnlyList<string> all)
    {
        if (facts.Find(fact) is not { Value.ValueKind: JsonValueKind.Object } found
            || !found.Value.TryGetProperty(member, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in list.EnumerateArray())
        {
            var text = one.ValueKind == JsonValueKind.String ? one.GetString()
                : one.ValueKind == JsonValueKind.Object && one.TryGetProperty("symbol", out var symbol)
                    && symbol.ValueKind == JsonValueKind.String ? symbol.GetString() : null;
            if (text is not null)
            {
                named.Add(text);
            }
        }

        return [.. all.Where(named.Contains)];
    }
}
