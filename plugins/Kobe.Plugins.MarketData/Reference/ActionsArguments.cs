using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Which splits and dividends are listed.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Days">How many days back.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record ActionsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("How many days back, today included.", Unit = "days")] int Days = 1,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = CorporateActionsHandler.FactName);
