using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Whose dividends are added up.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record DividendsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = DividendsHandler.FactName);
