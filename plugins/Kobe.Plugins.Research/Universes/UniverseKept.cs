namespace Kobe.Plugins.Research.Universes;

/// <summary>The file of the universe: the newest one, and the names of the one before it, so that a second run of a
/// date compares with the same.</summary>
/// <param name="Source">Where its prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Today">The universe.</param>
/// <param name="Before">The symbols of the last one of an earlier date; null when there was none.</param>
internal sealed record UniverseKept(
    string Source, bool Synthetic, UniverseToday Today, IReadOnlyList<string>? Before);
