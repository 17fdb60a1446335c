namespace Kobe.Replay.Desk;

/// <summary>The desk at the end of a replayed day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Equity">What the account was worth, in dollars.</param>
/// <param name="Before">What it was worth at the end of the day before, or began with.</param>
/// <param name="LedgerEqualsBroker">Whether the desk's own account said what the broker's did, when last
/// compared.</param>
/// <param name="Orders">The day's orders, in the order in which they were intended.</param>
internal sealed record DeskDay(
    DateOnly Date, decimal Equity, decimal Before, bool LedgerEqualsBroker, IReadOnlyList<ReplayedOrder> Orders)
{
    /// <summary>The day's result, in dollars.</summary>
    public decimal Result => Equity - Before;

    /// <summary>Orders that were sent, or may have been.</summary>
    public int Sent => Orders.Count(order => order.WasSent);
}
