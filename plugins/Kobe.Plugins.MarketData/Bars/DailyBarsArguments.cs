using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Which daily bars are stored.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Sector">Only those of a sector.</param>
/// <param name="Years">How far back a series begins.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record DailyBarsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Only symbols of this sector.")] string? Sector = null,
    [Argument("How far back the stored series begins.", Unit = "years")] int Years = 3,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = DailyBarsHandler.FactName);
