using Kobe.Desk.Strategies;

namespace Kobe.Desk.Backtests;

/// <summary>A decision, with when and on what it was made.</summary>
/// <param name="Ticks">The end of the bar, in UTC ticks.</param>
/// <param name="Symbol">The number of the series, from 0.</param>
/// <param name="Decision">What was decided.</param>
public readonly record struct MarkedDecision(long Ticks, int Symbol, Decision Decision);
