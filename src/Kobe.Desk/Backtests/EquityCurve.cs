namespace Kobe.Desk.Backtests;

/// <summary>What the account was worth at the end of each trading day.</summary>
/// <param name="Ticks">The end of the day's last bar, in UTC ticks; climbing.</param>
/// <param name="Equity">Dollars, one for each.</param>
/// <param name="Exposure">The value of all positions, long and short, as a share of equity, one for each.</param>
/// <param name="Start">The dollars before the first day.</param>
public sealed record EquityCurve(
    IReadOnlyList<long> Ticks, IReadOnlyList<double> Equity, IReadOnlyList<double> Exposure, double Start)
{
    /// <summary>How many days there are.</summary>
    public int Count => Equity.Count;

    /// <summary>The last value; the start's where there is no day.</summary>
    public double End => Count > 0 ? Equity[^1] : Start;

    /// <summary>The instant of a day's end (UTC).</summary>
    /// <param name="day">0 for the first.</param>
    public DateTimeOffset At(int day) => new(Ticks[day], TimeSpan.Zero);

    /// <summary>The change of each day as a fraction of the day before; the first one is against the start.</summary>
    public double[] Returns()
    {
        var returns = new double[Count];
        var before = Start;
        for (var day = 0; day < returns.Length; day++)
        {
            returns[day] = (Equity[day] / before) - 1;
            before = Equity[day];
        }

        return returns;
    }
}
