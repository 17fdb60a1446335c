using Kobe.Desk.Bars;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Spread and depth told from bars, where nobody has quotes.</summary>
internal static class SpreadEstimate
{
    /// <summary>The effective spread as a fraction of the price.</summary>
    /// <remarks>
    /// Abdi and Ranaldo, A Simple Estimation of Bid-Ask Spreads from Daily Close, High, and Low Prices, Review of
    /// Financial Studies 2017: 2·√(mean of (c − η)(c − η′)), with the logs of close and middle of this bar and the
    /// middle of the next. Negative means count as no spread.
    /// </remarks>
    public static double SpreadOf(ReadOnlySpan<Bar> bars)
    {
        if (bars.Length < 2)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = 0; i + 1 < bars.Length; i++)
        {
            var close = Math.Log(bars[i].Close);
            sum += (close - Middle(bars[i])) * (close - Middle(bars[i + 1]));
        }

        return 2 * Math.Sqrt(Math.Max(0, sum / (bars.Length - 1)));
    }

    /// <summary>The dollars of the median minute: half of all minutes trade less.</summary>
    public static double MedianDollars(ReadOnlySpan<Bar> bars)
    {
        if (bars.IsEmpty)
        {
            return 0;
        }

        var dollars = new double[bars.Length];
        for (var i = 0; i < dollars.Length; i++)
        {
            dollars[i] = bars[i].Typical * bars[i].Volume;
        }

        Array.Sort(dollars);
        return dollars[dollars.Length / 2];
    }

    private static double Middle(in Bar bar) => (Math.Log(bar.High) + Math.Log(bar.Low)) / 2;
}
