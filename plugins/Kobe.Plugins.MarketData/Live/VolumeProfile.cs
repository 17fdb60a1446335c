using Kobe.Desk.Bars;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>At which prices, and when, a session's volume was traded.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Control">The price with the most volume: the middle of its step.</param>
/// <param name="ValueLow">The lower end of the prices around it that hold 70 % of the volume.</param>
/// <param name="ValueHigh">Their upper end.</param>
/// <param name="Volume">Shares traded.</param>
/// <param name="HalfHours">The share of each half hour from the open.</param>
internal sealed record VolumeProfile(
    string Symbol, double Control, double ValueLow, double ValueHigh, double Volume, IReadOnlyList<double> HalfHours)
{
    // Steidlmayer, Markets and Market Logic: about one deviation of the day's trade.
    private const double ValueShare = 0.7;

    /// <summary>Lays out the volume; a bar's counts at its typical price.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="bars">The minutes of a session, at least one.</param>
    /// <param name="levels">Into how many steps the range is cut.</param>
    public static VolumeProfile Of(string symbol, ReadOnlySpan<Bar> bars, int levels)
    {
        var range = SymbolRange.Of(symbol, bars)!;
        var step = Math.Max((range.High - range.Low) / levels, 1e-9);
        var (byPrice, byTime) = (new double[levels], new List<double>());
        foreach (ref readonly var bar in bars)
        {
            byPrice[Math.Clamp((int)((bar.Typical - range.Low) / step), 0, levels - 1)] += bar.Volume;
            var half = (int)((bar.StartTicks - bars[0].StartTicks) / (30 * TimeSpan.TicksPerMinute));
            while (byTime.Count <= half)
            {
                byTime.Add(0);
            }

            byTime[half] += bar.Volume;
        }

        var control = Array.IndexOf(byPrice, byPrice.Max());
        var (low, high) = ValueArea(byPrice, control, range.Volume * ValueShare);
        var whole = Math.Max(1, range.Volume);
        return new(
            symbol, Cents(range.Low + ((control + 0.5) * step)), Cents(range.Low + (low * step)),
            Cents(range.Low + ((high + 1) * step)), range.Volume,
            [.. byTime.Select(volume => Math.Round(volume / whole, 4))]);
    }

    // From the control price outwards, the heavier neighbour first.
    private static (int Low, int High) ValueArea(double[] volume, int control, double goal)
    {
        var (low, high, sum) = (control, control, volume[control]);
        while (sum < goal && (low > 0 || high < volume.Length - 1))
        {
            var below = low > 0 ? volume[low - 1] : -1;
            var above = high < volume.Length - 1 ? volume[high + 1] : -1;
            sum += below >= above ? volume[--low] : volume[++high];
        }

        return (low, high);
    }

    private static double Cents(double price) => Math.Round(price, 4);
}
