using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Whose prices to watch are computed.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Sessions">Over how many sessions extremes are taken.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record LevelsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Highest and lowest price of so many sessions.", Unit = "sessions")] int Sessions = 20,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = LevelsHandler.FactName);
