using Kobe.Desk.Bars;

namespace Kobe.Desk.Strategies;

/// <summary>Buys at the first chance and holds: what every other idea is compared with.</summary>
public sealed class BuyAndHold : IStrategy
{
    /// <inheritdoc/>
    public Decision OnBar(in Bar bar, in Holding holding) => holding.IsFlat ? Decision.Buy() : Decision.None;
}
