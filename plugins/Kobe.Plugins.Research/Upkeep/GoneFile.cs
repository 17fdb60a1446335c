namespace Kobe.Plugins.Research.Upkeep;

/// <summary>The list of symbols that are gone, for studies that must not only know survivors.</summary>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Date">When the list was made.</param>
/// <param name="Gone">The symbols by name.</param>
internal sealed record GoneFile(string Source, bool Synthetic, string Date, IReadOnlyList<GoneSymbol> Gone);
