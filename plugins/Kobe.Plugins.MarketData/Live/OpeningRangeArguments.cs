using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Of what the opening range is taken.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Minutes">How many minutes from the open.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record OpeningRangeArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("How many minutes from the open; up to the due time when it is not given.", Unit = "minutes")]
    int? Minutes = null,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = OpeningRangeHandler.FactName);
