using Kobe.Desk.Bars;

namespace Kobe.Desk.Strategies;

/// <summary>One idea about one instrument: looks at complete bars and says what should be done.</summary>
/// <remarks>
/// An instance belongs to one symbol and keeps its indicators. It is called once a bar in order of time, also while
/// nothing may be traded yet, so that it can warm up. What it decides on a bar can trade in the next one at the
/// earliest; sizes, limits and orders are somebody else's.
/// </remarks>
public interface IStrategy
{
    /// <summary>Takes the next complete bar and decides.</summary>
    /// <param name="bar">The bar; its end is now.</param>
    /// <param name="holding">What is held of the symbol after the bar.</param>
    /// <returns>What should be done; <see cref="Decision.None"/> most of the time.</returns>
    Decision OnBar(in Bar bar, in Holding holding);
}
