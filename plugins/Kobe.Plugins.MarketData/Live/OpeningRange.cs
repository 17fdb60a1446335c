namespace Kobe.Plugins.MarketData.Live;

/// <summary>What symbols did since the open: the fact <c>opening_range.today</c>.</summary>
/// <param name="Date">The session.</param>
/// <param name="Minutes">How many minutes from the open.</param>
/// <param name="Ranges">The range of each symbol that traded.</param>
/// <param name="Synthetic">Whether prices were made up.</param>
internal sealed record OpeningRange(
    DateOnly Date, int Minutes, IReadOnlyList<SymbolRange> Ranges, bool Synthetic);
