using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Plugins.Research.Regimes;

/// <summary>What an index shows after its last complete session. NaN where its bars don't suffice.</summary>
/// <param name="ToSma50">The close against its mean of 50 sessions, as a share.</param>
/// <param name="ToSma200">The close against its mean of 200 sessions.</param>
/// <param name="Slope50">The change of the mean of 50 sessions in 20 sessions.</param>
/// <param name="Return20">The return of 20 sessions.</param>
/// <param name="Adx">The strength of the trend, 0 to 100.</param>
/// <param name="VolatilityPlace">The place of the volatility of 20 sessions among those of a year, 0 to 1.</param>
/// <param name="Volatility">That volatility, a year's worth.</param>
/// <param name="Breadth">The share of symbols above their mean of 50 sessions.</param>
internal sealed record MarketSigns(
    double ToSma50, double ToSma200, double Slope50, double Return20, double Adx, double VolatilityPlace,
    double Volatility, double Breadth)
{
    /// <summary>The least bars of an index.</summary>
    public const int BarsMin = 60;

    private const int Bars = 504;
    private const int Month = 20;

    /// <summary>Reads the signs.</summary>
    /// <param name="index">The index, of at least <see cref="BarsMin"/> bars.</param>
    /// <param name="symbols">The symbols of the market.</param>
    public static MarketSigns Of(BarSeries index, IReadOnlyList<BarSeries> symbols)
    {
        var bars = index.All[^Math.Min(Bars, index.Count)..];
        var (sma50, sma200, adx, spread) = (new Sma(50), new Sma(200), new Adx(14), new RealizedVolatility(Month));
        var (means, spreads) = (new double[bars.Length], new double[bars.Length]);
        for (var i = 0; i < bars.Length; i++)
        {
            means[i] = sma50.Update(bars[i].Close);
            spreads[i] = spread.Update(bars[i].Close);
            sma200.Update(bars[i].Close);
            adx.Update(bars[i]);
        }

        var close = bars[^1].Close;
        return new(
            (close / sma50.Value) - 1, (close / sma200.Value) - 1, (means[^1] / means[^(Month + 1)]) - 1,
            (close / bars[^(Month + 1)].Close) - 1, adx.Value, Place(spreads), spread.Value, BreadthOf(symbols));
    }

    /// <summary>The share of symbols above their mean of 50 sessions; NaN without any that has one.</summary>
    public static double BreadthOf(IReadOnlyList<BarSeries> symbols)
    {
        var (above, measured) = (0, 0);
        foreach (var series in symbols)
        {
            if (series.Count < 50)
            {
                continue;
            }

            var sum = 0.0;
            foreach (ref readonly var bar in series.All[^50..])
            {
                sum += bar.Close;
            }

            measured++;
            above += series[^1].Close > sum / 50 ? 1 : 0;
        }

        return measured > 0 ? (double)above / measured : double.NaN;
    }

    private static double Place(double[] spreads)
    {
        var (below, known) = (0, 0);
        foreach (var one in spreads.AsSpan(Math.Max(0, spreads.Length - 252)))
        {
            known += double.IsNaN(one) ? 0 : 1;
            below += one < spreads[^1] ? 1 : 0;
        }

        return known > 1 ? (double)below / (known - 1) : double.NaN;
    }
}
