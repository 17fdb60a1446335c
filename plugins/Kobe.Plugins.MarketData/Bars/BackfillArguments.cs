using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Which holes are filled.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Tries">How often the source is asked.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record BackfillArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("After so many answers without the bar a hole is permanent.")] int Tries = 3,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = BackfillHandler.FactName);
