namespace Kobe.Plugins.Research.Universes;

/// <summary>The fact <c>universe.today</c>.</summary>
/// <param name="Date">The date that it is for.</param>
/// <param name="Symbols">What may be traded, what trades most first.</param>
/// <param name="Added">What was not in the last universe of another date.</param>
/// <param name="Removed">What was in that one and is no more.</param>
internal sealed record UniverseToday(
    string Date, IReadOnlyList<UniverseSymbol> Symbols, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);
