using Kobe.Core.Markets;

namespace Kobe.Core.Tests.Markets;

/// <summary>The loop asks for the context many times a second: it must leave nothing behind.</summary>
public sealed class MarketClockAllocationTests
{
    [Fact]
    public void At_AllocatesNothing_OnceTheDateIsKnown()
    {
        var clock = Exchanges.ClockOf(Exchanges.Xnys);
        var start = Exchanges.NewYork("2026-11-27 00:00");
        var checksum = Ask(clock, start);
        var before = GC.GetAllocatedBytesForCurrentThread();
        checksum -= Ask(clock, start);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((0L, 0L), (allocated, checksum));
    }

    private static long Ask(MarketClock clock, DateTimeOffset start)
    {
        var checksum = 0L;
        for (var i = 0; i < 10_000; i++)
        {
            var context = clock.At(start.AddSeconds(i * 8.5));
            checksum += (long)context.Phase + (context.MinutesToOpen ?? 0) + (context.MinutesToClose ?? 0)
                + context.EntriesNamed.Count + context.Events.Count + context.Reason.Length;
        }

        return checksum;
    }
}
