using Kobe.Desk.Bars;

namespace Kobe.Plugins.Research.Universes;

/// <summary>A symbol that may come into the universe.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Sector">Its sector; empty when it is not known.</param>
/// <param name="Bars">How many bars it has, at most as many as were asked for.</param>
/// <param name="Price">Its last close.</param>
/// <param name="DollarVolume">The median of close times volume.</param>
/// <param name="LastTicks">When its last bar ended, in UTC ticks.</param>
internal sealed record Candidate(
    string Symbol, string Sector, int Bars, double Price, double DollarVolume, long LastTicks)
{
    /// <summary>Measures a series.</summary>
    /// <param name="series">The bars, at least one.</param>
    /// <param name="sector">The symbol's sector.</param>
    /// <param name="days">How many bars are looked at.</param>
    public static Candidate Of(BarSeries series, string sector, int days)
    {
        var bars = series.All[^Math.Min(days, series.Count)..];
        var traded = new double[bars.Length];
        for (var i = 0; i < traded.Length; i++)
        {
            traded[i] = bars[i].Close * bars[i].Volume;
        }

        Array.Sort(traded);
        return new(
            series.Name.Symbol, sector, bars.Length, bars[^1].Close,
            (traded[(traded.Length - 1) / 2] + traded[traded.Length / 2]) / 2, bars[^1].EndTicks);
    }
}
