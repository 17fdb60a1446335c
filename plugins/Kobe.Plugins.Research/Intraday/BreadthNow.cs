namespace Kobe.Plugins.Research.Intraday;

/// <summary>The fact <c>breadth.now</c>.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Advances">Symbols above their last close.</param>
/// <param name="Declines">Symbols below it.</param>
/// <param name="AboveVwap">The share of symbols above what the mean share of today cost.</param>
internal sealed record BreadthNow(DateTimeOffset At, int Advances, int Declines, double AboveVwap);
