using Kobe.Desk.Brokers;

namespace Kobe.Desk.Backtests;

/// <summary>One position from its entry to its exit.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Side">Buy for long, sell for short.</param>
/// <param name="Quantity">Shares, above 0.</param>
/// <param name="EnteredTicks">The end of the bar of the entry, in UTC ticks.</param>
/// <param name="EntryPrice">The price of the entry.</param>
/// <param name="ExitedTicks">The end of the bar of the exit, in UTC ticks.</param>
/// <param name="ExitPrice">The price of the exit.</param>
/// <param name="Cause">Why it was closed.</param>
/// <param name="Fees">What both fills cost, in dollars.</param>
/// <param name="Risk">What the first stop would have lost, in dollars; NaN without a stop.</param>
/// <param name="WorstMove">The greatest move against the position, in dollars, 0 or less (MAE).</param>
/// <param name="BestMove">The greatest move for the position, in dollars, 0 or more (MFE).</param>
/// <param name="Bars">Bars held, that of the entry included.</param>
public sealed record Trade(
    string Symbol, OrderSide Side, double Quantity, long EnteredTicks, double EntryPrice, long ExitedTicks,
    double ExitPrice, ExitCause Cause, double Fees, double Risk, double WorstMove, double BestMove, int Bars)
{
    /// <summary>What it made after fees, in dollars.</summary>
    public double Profit => ((ExitPrice - EntryPrice) * Quantity * (Side == OrderSide.Buy ? 1 : -1)) - Fees;

    /// <summary>What it made for each dollar at risk; NaN without a stop.</summary>
    public double Multiple => Profit / Risk;

    /// <summary>When the bar of the entry ended (UTC).</summary>
    public DateTimeOffset Entered => new(EnteredTicks, TimeSpan.Zero);

    /// <summary>When the bar of the exit ended (UTC).</summary>
    public DateTimeOffset Exited => new(ExitedTicks, TimeSpan.Zero);
}
