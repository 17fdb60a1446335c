using Kobe.Desk.Bars;

namespace Kobe.Benchmarks.Figures;

/// <summary>Bars of a random walk: minutes of a market that never closes, as many as are wanted.</summary>
internal static class MadeBars
{
    private static readonly DateTimeOffset Start = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static BarSeries Series(int seed, int count, string symbol, TimeSpan length)
    {
        var (random, price, bars) = (new Random(seed), 100.0, new Bar[count]);
        for (var i = 0; i < count; i++)
        {
            var open = price;
            price = Math.Max(1, open * (1 + (0.004 * (random.NextDouble() - 0.5))));
            var start = Start + (i * length);
            bars[i] = new(start, start + length, open, Math.Max(open, price) * 1.0005, Math.Min(open, price) * 0.9995, price,
                1_000_000);
        }

        return new(new(symbol, BarInterval.Minute, Adjustment.Raw, $"benchmark {seed}", IsSynthetic: true), bars);
    }
}
