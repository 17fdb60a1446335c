using Kobe.Desk.Bars;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>Plays complete bars to the paper exchange in the order in which they were known.</summary>
/// <remarks>Series of made-up prices say so in their names; the money made on them is as made-up.</remarks>
internal sealed class SeriesTape(IReadOnlyList<BarSeries> series) : IPaperTape
{
    private const int PriceDecimals = 4;
    private readonly int[] _next = new int[series.Count];

    public void Play(PaperExchange exchange, DateTimeOffset to)
    {
        while (Earliest(to) is var at and >= 0)
        {
            var bar = series[at][_next[at]++];

            // What ended before the exchange's now was played before; only its last price is news after a restart.
            if (bar.End <= exchange.Now)
            {
                exchange.Remember(series[at].Name.Symbol, Price(bar.Close), bar.End);
                continue;
            }

            exchange.PlayBar(
                series[at].Name.Symbol,
                bar.Start,
                bar.End,
                new(Price(bar.Open), Price(bar.High), Price(bar.Low), Price(bar.Close)),
                (decimal)bar.Volume);
        }
    }

    // The bar that was known first, of those that are known by now; -1 when there is none.
    private int Earliest(DateTimeOffset to)
    {
        var found = -1;
        for (var i = 0; i < series.Count; i++)
        {
            if (_next[i] < series[i].Count && series[i][_next[i]].End <= to
                && (found < 0 || series[i][_next[i]].EndTicks < series[found][_next[found]].EndTicks))
            {
                found = i;
            }
        }

        return found;
    }

    private static decimal Price(double price) => decimal.Round((decimal)price, PriceDecimals);
}
