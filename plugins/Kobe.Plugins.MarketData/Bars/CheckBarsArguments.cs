using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Which daily bars are checked.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Sector">Only those of a sector.</param>
/// <param name="Window">Up to how old a finding sets a symbol aside.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record CheckBarsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Only symbols of this sector.")] string? Sector = null,
    [Argument("A grave finding of the last so many days sets a symbol aside.", Unit = "days")] int Window = 60,
    [Argument("The fact that is published; the report is named for it.", NamesFacts = true)]
    string Fact = CheckBarsHandler.FactName);
