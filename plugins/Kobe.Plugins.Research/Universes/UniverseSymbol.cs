namespace Kobe.Plugins.Research.Universes;

/// <summary>A symbol of the universe.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Sector">Its sector; empty when it is not known.</param>
/// <param name="DollarVolume">What a median session trades, in dollars.</param>
internal sealed record UniverseSymbol(string Symbol, string Sector, double DollarVolume);
