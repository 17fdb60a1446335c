using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>Which minutes are checked.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Sector">Only those of a sector.</param>
/// <param name="Deviations">From which size on a price is an outlier.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record CheckMinutesArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Only symbols of this sector.")] string? Sector = null,
    [Argument("A move there and back of so many robust deviations is an outlier.")] double Deviations = 12,
    [Argument("The fact that is published; the report is named for it.", NamesFacts = true)]
    string Fact = CheckMinutesHandler.FactName);
