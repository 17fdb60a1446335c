namespace Kobe.Plugins.Research.Upkeep;

/// <summary>A symbol whose bars ended.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Last">The date of its last bar.</param>
/// <param name="Bars">How many bars are kept.</param>
/// <param name="Close">The last close.</param>
/// <param name="Watched">Whether the source still lists it.</param>
internal sealed record GoneSymbol(string Symbol, string Last, int Bars, double Close, bool Watched);
