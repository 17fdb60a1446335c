namespace Kobe.Desk.Bars.Quality;

/// <summary>A stretch in which trading in a symbol was halted, so that bars may be missing.</summary>
/// <param name="From">Its first instant (UTC).</param>
/// <param name="To">The first instant after it (UTC).</param>
public readonly record struct TradingHalt(DateTimeOffset From, DateTimeOffset To);
