using Kobe.Desk.Brokers;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>One fill against the price that was there when it was decided.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="At">When it was filled (UTC).</param>
/// <param name="Side">Which way.</param>
/// <param name="Paid">The price of the fill.</param>
/// <param name="Arrival">The last price before it.</param>
/// <param name="Dollars">What the fill was worth.</param>
internal sealed record PaidPrice(
    string Symbol, DateTimeOffset At, OrderSide Side, double Paid, double Arrival, double Dollars)
{
    /// <summary>The cost against the arrival price in basis points; negative when it was better.</summary>
    /// <remarks>Implementation shortfall (Perold, The Implementation Shortfall, Journal of Portfolio Management 14(3),
    /// 1988), of the fill alone.</remarks>
    public double BasisPoints => Math.Round(
        10_000 * ((Paid / Arrival) - 1) * (Side == OrderSide.Buy ? 1 : -1), 3);
}
