namespace Kobe.Desk.Backtests;

/// <summary>How large a position is made.</summary>
/// <param name="RiskShare">The share of equity that is lost when the stop is hit; 0: not sized by risk.</param>
/// <param name="PositionShareMax">The largest share of equity in one position; what is used without a stop.</param>
/// <param name="GrossMax">The largest sum of all positions, long and short, as a share of equity; above 1 on margin.
/// </param>
/// <param name="PositionsMax">How many positions at once.</param>
/// <param name="IsWhole">Whether only whole shares are traded.</param>
public sealed record Sizing(
    double RiskShare = 0.01, double PositionShareMax = 0.2, double GrossMax = 1, int PositionsMax = 10,
    bool IsWhole = true)
{
    /// <summary>Everything in one position, in parts of shares: for a single instrument and for comparison.</summary>
    public static Sizing AllIn { get; } = new(0, 1, 1, 1, IsWhole: false);

    /// <summary>The dollars for an entry.</summary>
    /// <param name="equity">What the account is worth.</param>
    /// <param name="gross">The value of all positions and of entries made already.</param>
    /// <param name="price">The price that is expected.</param>
    /// <param name="stop">The protective stop; NaN for none.</param>
    /// <returns>0 or more.</returns>
    public double Amount(double equity, double gross, double price, double stop)
    {
        var amount = Math.Min(equity * PositionShareMax, (equity * GrossMax) - gross);
        if (RiskShare > 0 && !double.IsNaN(stop))
        {
            var distance = Math.Abs(price - stop);
            amount = distance > 0 ? Math.Min(amount, equity * RiskShare / distance * price) : 0;
        }

        return Math.Max(0, amount);
    }
}
