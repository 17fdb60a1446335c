using Kobe.Desk.Bars;

namespace Kobe.Desk.Tests.Support;

/// <summary>Bars of a random walk under a seed, one a session day from 2000 on.</summary>
internal static class Walks
{
    /// <summary>So many bars.</summary>
    public static Bar[] Of(int seed, int count, double start = 100)
    {
        var random = new Random(seed);
        var price = start;
        var day = Exchange.Xnys.On(new(2000, 1, 3));
        var bars = new Bar[count];
        for (var i = 0; i < count; i++)
        {
            var open = price * (1 + (0.01 * (random.NextDouble() - 0.5)));
            price = open * (1 + (0.04 * (random.NextDouble() - 0.498)));
            var high = Math.Max(open, price) * (1 + (0.01 * random.NextDouble()));
            var low = Math.Min(open, price) * (1 - (0.01 * random.NextDouble()));
            bars[i] = new(day.Session!.Open, day.Session.Close, open, high, low, price, random.Next(1_000, 100_000));
            day = Exchange.Xnys.NextSession(day.Date)!;
        }

        return bars;
    }

    /// <summary>A series of such bars.</summary>
    public static BarSeries Series(int seed, int count, string symbol = "WALK") =>
        new(new(symbol, BarInterval.Day, Adjustment.Raw, $"random walk {seed}", IsSynthetic: true), Of(seed, count));
}
