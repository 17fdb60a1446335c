namespace Kobe.Desk.Backtests.Measures;

/// <summary>The deepest fall of an account from its highest value before.</summary>
/// <param name="Depth">As a fraction of the peak, 0 to 1.</param>
/// <param name="Peak">The day of the peak, from 0; −1 for the start.</param>
/// <param name="Valley">The day of the lowest value after it; −1 when it never fell.</param>
/// <param name="LongestDays">The most days from a peak to the next higher one, or to the end.</param>
public readonly record struct Drawdown(double Depth, int Peak, int Valley, int LongestDays)
{
    /// <summary>Measures a curve.</summary>
    /// <param name="curve">The account day by day.</param>
    public static Drawdown Of(EquityCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var (high, peak, worst) = (curve.Start, -1, new Drawdown(0, -1, -1, 0));
        for (var day = 0; day < curve.Count; day++)
        {
            var value = curve.Equity[day];
            if (value >= high)
            {
                (high, peak) = (value, day);
                continue;
            }

            worst = worst with { LongestDays = Math.Max(worst.LongestDays, day - peak) };
            var depth = 1 - (value / high);
            if (depth > worst.Depth)
            {
                worst = worst with { Depth = depth, Peak = peak, Valley = day };
            }
        }

        return worst;
    }
}
