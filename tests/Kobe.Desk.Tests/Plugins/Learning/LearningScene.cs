using Kobe.Desk.Bars;
using Kobe.Desk.Randomness;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Plugins.Learning;

/// <summary>Markets that can be learnt, and such that can't.</summary>
internal static class LearningScene
{
    public static DateTimeOffset Evening { get; } = HandlerStage.At("2026-11-20", "19:30");

    /// <summary>The date after <see cref="Evening"/>.</summary>
    public static DateOnly Tomorrow { get; } = new(2026, 11, 21);

    /// <summary>Six symbols whose next session takes a part of the last one back; 0 is chance.</summary>
    public static Task<HandlerStage> MarketAsync(double back, int days = 500) => MarketStage.PlantedAsync(Evening, Symbols(back, days));

    public static Dictionary<string, Bar[]> Symbols(double back, int days = 500, int seed = 1) =>
        Enumerable.Range(0, 6).ToDictionary(i => $"S{i}", i => Bars(back, days, (seed * 100) + i));

    private static Bar[] Bars(double back, int days, int seed)
    {
        var random = new SeededRandom((ulong)seed);
        var (price, last, closes) = (100.0, 0.0, new double[days]);
        for (var i = 0; i < days; i++)
        {
            last = (-back * last) + (0.01 * random.Normal());
            price *= Math.Exp(last);
            closes[i] = price;
        }

        return [.. MarketStage.Closes(Tomorrow, closes).Select(bar => bar with { Volume = Math.Round(1e6 * Math.Exp(0.3 * random.Normal())) })];
    }
}
