using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Quotes;

/// <summary>Whose last prices are kept.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record QuotesArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("The fact that is published; the lines in the file carry its name.", NamesFacts = true)]
    string Fact = QuotesHandler.FactName);
