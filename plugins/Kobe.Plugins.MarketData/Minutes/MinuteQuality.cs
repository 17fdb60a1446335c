using Kobe.Core.Markets;
using Kobe.Desk.Bars;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>What may be wrong with the minutes of one symbol and session.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bars">How many minutes there are.</param>
/// <param name="Missing">How many lack a bar.</param>
/// <param name="Halts">Stretches of at least five minutes without one.</param>
/// <param name="Outliers">Prices that went far and came back at once.</param>
/// <param name="Still">Minutes with a price but without volume.</param>
internal sealed record MinuteQuality(
    string Symbol, int Bars, int Missing, int Halts, int Outliers, int Still)
{
    // The median absolute deviation of a normal list, times this, is its deviation.
    private const double MedianToDeviation = 1.4826;

    // Cents on a quiet day are no outlier.
    private const double OutlierShareMin = 0.005;

    /// <summary>How many things may be wrong.</summary>
    public int Findings => Halts + Outliers + (Missing > 0 ? 1 : 0) + (Still > 0 ? 1 : 0);

    /// <summary>Looks through the minutes.</summary>
    /// <param name="minutes">The minutes of the session.</param>
    /// <param name="date">Its date.</param>
    /// <param name="session">Its segments.</param>
    /// <param name="until">How far it is looked at.</param>
    /// <param name="deviations">From which size on a price is an outlier.</param>
    public static MinuteQuality Of(
        BarSeries minutes, DateOnly date, Session session, DateTimeOffset until, double deviations)
    {
        var holes = SessionHoles.Of(minutes, date, session, until);
        var still = 0;
        foreach (ref readonly var bar in minutes.All)
        {
            still += bar.Volume == 0 ? 1 : 0;
        }

        return new(
            minutes.Name.Symbol, minutes.Count, holes.Missing, holes.Halts, OutliersIn(minutes, deviations), still);
    }

    private static int OutliersIn(BarSeries minutes, double deviations)
    {
        if (minutes.Count < 3)
        {
            return 0;
        }

        var moves = new double[minutes.Count - 1];
        for (var i = 0; i < moves.Length; i++)
        {
            moves[i] = Math.Log(minutes[i + 1].Close / minutes[i].Close);
        }

        var sizes = Array.ConvertAll(moves, Math.Abs);
        Array.Sort(sizes);
        var limit = Math.Max(OutlierShareMin, deviations * MedianToDeviation * sizes[sizes.Length / 2]);
        var found = 0;
        for (var i = 0; i + 1 < moves.Length; i++)
        {
            found += Math.Min(Math.Abs(moves[i]), Math.Abs(moves[i + 1])) >= limit
                && Math.Abs(moves[i] + moves[i + 1]) < Math.Abs(moves[i]) / 3 ? 1 : 0;
        }

        return found;
    }
}
