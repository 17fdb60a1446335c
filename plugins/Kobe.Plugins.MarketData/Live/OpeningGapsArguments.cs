using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Whose gaps are told.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Min">The smallest gap that is told.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record OpeningGapsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Smaller gaps are counted and not told.", Unit = "%")] double Min = 0.5,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = OpeningGapsHandler.FactName);
