namespace Kobe.Plugins.Trading.Entries;

/// <summary>An idea that may be entered now.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The strategy or the scan.</param>
/// <param name="Setup">The way of the entry, as the book names it.</param>
/// <param name="Quantity">Shares at most; null: as many as the risk allows.</param>
/// <param name="Entry">The price that it rests on, dollars a share.</param>
/// <param name="Stop">Where it is wrong.</param>
/// <param name="Target">Where the gain is taken; null for nowhere.</param>
/// <param name="Sector">The sector; empty when it is not known.</param>
/// <param name="IsDayTrade">Whether it is closed the same day.</param>
internal sealed record Candidate(
    string Symbol, string Strategy, string Setup, long? Quantity, decimal Entry, decimal Stop, decimal? Target,
    string Sector, bool IsDayTrade);
