using System.Diagnostics;

namespace Kobe.Benchmarks.Figures;

/// <summary>What the market is doing at an instant: the brain asks this many times a turn.</summary>
internal static class ContextTime
{
    public static Figure Figure { get; } = new("context for an instant", "µs", Limit: 1, _ => Read());

    private static Reading Read()
    {
        var market = new WarmMarket();
        return Reading.Of(() =>
        {
            var start = Stopwatch.GetTimestamp();
            market.AskAll();
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds / WarmMarket.Questions;
        });
    }
}
