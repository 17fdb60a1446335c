namespace Kobe.Desk.Backtests;

/// <summary>What trading takes besides the price.</summary>
/// <param name="PerShare">Commission and fees, in dollars a share.</param>
/// <param name="PerOrder">The least a fill costs, in dollars.</param>
/// <param name="SlippageBps">How much worse than the bar's price market and stop orders trade, in hundredths of a
/// percent; half the spread and a bit.</param>
public sealed record TradingCosts(double PerShare = 0, double PerOrder = 0, double SlippageBps = 2)
{
    /// <summary>No costs at all, for checking the arithmetic.</summary>
    public static TradingCosts None { get; } = new(0, 0, 0);

    /// <summary>The fee of one fill, in dollars.</summary>
    /// <param name="quantity">Shares, 0 or more.</param>
    public double Fee(double quantity) => Math.Max(PerOrder, PerShare * quantity);
}
