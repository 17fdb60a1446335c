namespace Kobe.Plugins.Research.Gaps;

/// <summary>What a symbol was worth last, and what it is first worth today.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Before">The last close.</param>
/// <param name="Price">The first price of today.</param>
/// <param name="RelativeVolume">Shares traded so far against those of a mean session up to the same minute; NaN before
/// the open.</param>
internal readonly record struct FirstPrice(string Symbol, double Before, double Price, double RelativeVolume);
