using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Desk.Strategies;

/// <summary>Long while the fast moving average lies above the slow one: the plainest trend follower.</summary>
/// <param name="fast">The period of the fast average.</param>
/// <param name="slow">The period of the slow average.</param>
public sealed class SmaCross(int fast = 50, int slow = 200) : IStrategy
{
    private readonly Sma _fast = new(fast);
    private readonly Sma _slow = new(slow);

    /// <inheritdoc/>
    public Decision OnBar(in Bar bar, in Holding holding)
    {
        // NaN until both are ready: neither comparison is true then.
        var (quick, calm) = (_fast.Update(bar.Close), _slow.Update(bar.Close));
        return holding.IsFlat
            ? quick > calm ? Decision.Buy() : Decision.None
            : quick < calm ? Decision.Exit : Decision.None;
    }
}
