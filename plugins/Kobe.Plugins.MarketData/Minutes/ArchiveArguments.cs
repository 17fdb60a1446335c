using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>Which minutes are stored.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Sector">Only those of a sector.</param>
/// <param name="Sessions">How many sessions back.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record ArchiveArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Only symbols of this sector.")] string? Sector = null,
    [Argument("How many complete sessions, the last one included.", Unit = "sessions")] int Sessions = 1,
    [Argument("The fact that is published; the list of holes is named for it.", NamesFacts = true)]
    string Fact = ArchiveMinutesHandler.FactName);
