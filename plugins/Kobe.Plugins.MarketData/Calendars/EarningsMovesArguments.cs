using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Whose reports of the day are watched.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Reports">How many reports before are compared with.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record EarningsMovesArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")]
    Scope Scope = Scope.Holdings,
    [Argument("The usual gap is the mean of so many reports before.")] int Reports = 8,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = EarningsMovesHandler.FactName);
