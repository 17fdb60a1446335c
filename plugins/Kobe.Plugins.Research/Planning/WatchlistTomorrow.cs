namespace Kobe.Plugins.Research.Planning;

/// <summary>The fact <c>watchlist.tomorrow</c>.</summary>
/// <param name="Date">The next session's date.</param>
/// <param name="Symbols">The symbols, the best first.</param>
/// <param name="Excluded">Symbols that would be on it if they did not report soon.</param>
internal sealed record WatchlistTomorrow(
    string Date, IReadOnlyList<WatchedSymbol> Symbols, IReadOnlyList<string> Excluded);
