using System.Text.Json;
using Kobe.Contracts;
using Kobe.Hosting;
using Kobe.Markets;
using Kobe.Runner.Lane;
using Kobe.Runner.Wire;
using Kobe.Testing;

namespace Kobe.Tests.Hosting;

/// <summary>The market is told when it changes; each order says of which instant it speaks.</summary>
public sealed class OrderWireTests
{
    [Fact]
    public void AnOrder_ArrivesWithTheMarketOfItsInstant()
    {
        var clock = CalendarLoader.Load("no-such-directory", new MachineZones()).Default;
        var (first, later) = (clock.At(Days.Instant("2026-11-20T14:35:00Z")), clock.At(Days.Instant("2026-11-20T14:35:01.5Z")));
        var phaseLater = clock.At(Days.Instant("2026-11-20T16:00:00Z"));
        var told = Parsed(wire => OrderWire.WriteMarket(wire.Json, first));
        var order = Parsed(wire => OrderWire.Write(wire.Json, SampleOrder.For("a") with { Market = later }));

        AttemptOrder read = OrderWire.Read(order, OrderWire.ReadMarket(told));
        Assert.Equal(later with { Events = [], EntriesNamed = [] }, read.Market with { Events = [], EntriesNamed = [] });
        Assert.Equal(later.Events, read.Market.Events);
        Assert.Equal(later.Timestamp.Offset, read.Market.Timestamp.Offset);

        Assert.Equal(OrderMessages.Lasting(first), OrderMessages.Lasting(later));
        Assert.NotEqual(OrderMessages.Lasting(first), OrderMessages.Lasting(phaseLater));
    }

    [Fact]
    public void TheMarket_ArrivesAsItWasTold_AtEveryHourOfAYear()
    {
        var clock = CalendarLoader.Load("no-such-directory", new MachineZones()).Default;
        var (at, phases, events) = (Days.Instant("2026-01-01T00:30:00Z"), 0, 0);
        for (var hour = 0; hour < 365 * 24; hour++, at = at.AddHours(1))
        {
            var told = clock.At(at) with { EntriesNamed = hour % 3 == 0 ? [Phase.CLOSING, Phase.MORNING] : [] };
            var read = OrderWire.ReadMarket(Parsed(wire => OrderWire.WriteMarket(wire.Json, told)));

            Assert.Equal(told with { Events = [], EntriesNamed = [] }, read with { Events = [], EntriesNamed = [] });
            Assert.Equal(told.Events, read.Events);
            Assert.Equal(told.EntriesNamed, read.EntriesNamed);
            (phases, events) = (phases + told.EntriesNamed.Count, events + told.Events.Count);
        }

        Assert.True(phases > 0 && events > 0, "The year has neither phases nor events.");
    }

    private static JsonElement Parsed(Action<WireWriter> write)
    {
        var wire = new WireWriter();
        write(wire);
        wire.EndLine();
        using var document = JsonDocument.Parse(wire.Collected);
        return document.RootElement.Clone();
    }
}
