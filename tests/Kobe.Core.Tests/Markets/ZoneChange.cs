namespace Kobe.Core.Tests.Markets;

/// <summary>A change of a zone's offset from UTC, found by asking the offset alone.</summary>
/// <param name="At">Ticks of UTC of the first instant with the new offset.</param>
/// <param name="Before">The offset before, in ticks.</param>
/// <param name="After">The offset from then on, in ticks.</param>
internal readonly record struct ZoneChange(long At, long Before, long After);
