namespace Kobe.Benchmarks.Figures;

/// <summary>Asking what the market is doing leaves nothing behind for the collector.</summary>
internal static class ContextMemory
{
    public static Figure Figure { get; } =
        new("memory for 1,000,000 contexts", "bytes", Limit: 0, _ => Read());

    private static Reading Read()
    {
        var market = new WarmMarket();
        return Reading.Of(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            market.AskAll();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
