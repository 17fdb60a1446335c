using System.Text.Json;
using Kobe.Runner.Lane;
using Kobe.Runner.Wire;

namespace Kobe.Hosting;

/// <summary>Writes an order and reads an answer that mean nothing, so that the first real ones meet compiled
/// code.</summary>
/// <remarks>The keeper does it while the first runner loads; the brain's loop would pay some 30 ms for it.</remarks>
internal static class WireWarmUp
{
    public static void Run()
    {
        var wire = new WireWriter();
        var order = SampleOrder.For("warm.up");
        OrderWire.WriteMarket(wire.Json, order.Market);
        wire.EndLine();
        OrderWire.Write(wire.Json, order);
        wire.EndLine();
        wire.Clear();
        AnswerWire.Write(wire.Json, 1, new(AttemptEnd.Succeeded) { Evidence = "{}" });
        wire.EndLine();
        using var answer = JsonDocument.Parse(wire.Collected);
        AnswerWire.Read(answer.RootElement);
    }
}
