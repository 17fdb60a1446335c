using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Runner.Lane;
using Kobe.Runner.Plugins;
using Kobe.Runner.Wire;

namespace Kobe.Runner.Process;

/// <summary>Carries out one order of its own, so that the first real one meets compiled code.</summary>
internal static class WarmUp
{
    public static void Run()
    {
        var record = new HandlerRecord("warm.up", "", Effects.None, false, "", [], []);
        var handlers = new Dictionary<string, HandlerEntry> { [record.Name] = new(record, () => new Handler(), null) };
        var brain = new BrainLink(Stream.Null);
        var lane = new AttemptLane(handlers, brain, TimeProvider.System);
        var wire = new WireWriter();
        var order = SampleOrder.For(record.Name);
        OrderWire.WriteMarket(wire.Json, order.Market);
        wire.EndLine();
        OrderWire.Write(wire.Json, order);
        wire.EndLine();
        var reader = new LineReader(new MemoryStream(wire.Collected.ToArray()));
        using var market = Next(reader);
        using var message = Next(reader);
        brain.Answer(1, lane.Run(OrderWire.Read(message.RootElement, OrderWire.ReadMarket(market.RootElement))));
    }

    private static JsonDocument Next(LineReader reader) =>
        JsonDocument.Parse(reader.TryRead(out var line) ? line : throw new InvalidDataException("Nothing to read."));

    private sealed class Handler : ITaskHandler
    {
        public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
        {
            context.Log.Debug("");
            return Task.FromResult<TaskResult>(new TaskResult.Succeeded(Evidence.None.WithCount("orders", 1)));
        }
    }
}
