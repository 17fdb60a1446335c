using Kobe.Brain;
using Kobe.Config;
using Kobe.Core.Runs;
using Kobe.Markets;
using Kobe.Telemetry;
using Kobe.Tests.Brain;
using Kobe.Tests.Operation;

namespace Kobe.Tests.Telemetry;

/// <summary>Metrics are pushed by OTLP, to a stand-in on this machine.</summary>
public sealed class OtlpExportTests
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Due = new(2026, 11, 23, 14, 35, 0, TimeSpan.Zero);

    private readonly SteppedTime time = new(SteppedTime.Monday);
    private readonly BrainMetrics metrics = new();
    private readonly BrainBoard board;

    public OtlpExportTests()
    {
        board = new(time);
        board.Publish(Snapshots.Busy(time) with { Cycles = 9 });
    }

    [Fact]
    public async Task Push_HasWhatMetricsTell_AsNumbersOfTheirKind()
    {
        using var collector = new Collector();
        var export = Start(collector.Address);
        var key = new OccurrenceKey("a", new(2026, 11, 23), "T09:35");
        metrics.Count(new RunEvent.Queued(Due, key, Due, Due.AddHours(1), 3));
        metrics.Count(new RunEvent.Started(Due.AddSeconds(2), key, 1, 1));
        metrics.Count(new RunEvent.Ended(Due.AddSeconds(3), key, 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 700));
        metrics.Sync.Add(TimeSpan.FromMilliseconds(4));

        // The end pushes what was counted last.
        export.Dispose();
        var (head, body) = await collector.Pushed.WaitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("POST /v1/metrics HTTP/1.1", head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-protobuf", head, StringComparison.OrdinalIgnoreCase);
        var resource = Assert.Single(new ProtoMessage(body).All(1));
        var pushed = resource.All(2).SelectMany(scope => scope.All(2)).ToDictionary(metric => metric.Text(1));
        Assert.Equal(1, Assert.Single(Points(pushed["kobe.queue.depth"], 5)).Real(4));
        Assert.Equal(9ul, Assert.Single(Points(pushed["kobe.loop.turns"], 7)).Fixed(6));
        Assert.Equal(3ul, Assert.Single(Points(pushed["kobe.alerts.sent"], 7)).Fixed(6));
        Assert.Equal(1ul, Assert.Single(Points(pushed["kobe.outcomes"], 7)).Fixed(6));
        var lateness = Assert.Single(Points(pushed["kobe.start.lateness"], 9));
        Assert.Equal((1ul, 2.0), (lateness.Fixed(4), lateness.Real(5)));
        Assert.Equal(TimeHistogram.Bounds.Count + 1, lateness.Packed(6).Count);
        Assert.Equal(TimeHistogram.Bounds, lateness.Packed(7).Select(BitConverter.UInt64BitsToDouble));
        Assert.Equal(0.7, Assert.Single(Points(pushed["kobe.run.duration"], 9)).Real(5), 6);
        Assert.Equal(0.004, Assert.Single(Points(pushed["kobe.journal.sync"], 9)).Real(5), 6);
        Assert.Equal("s", pushed["kobe.run.duration"].Text(3));
        Assert.Equal(19, pushed.Count);
    }

    [Theory]
    [InlineData(false)] // nobody listens
    [InlineData(true)]  // the collector refuses
    public void CollectorThatFails_FailsNobody(bool listens)
    {
        using var collector = new Collector(500);
        var address = collector.Address;
        if (!listens)
        {
            collector.Dispose();
        }

        using (Start(address))
        {
            metrics.Sync.Add(TimeSpan.FromMilliseconds(4));
        }

        metrics.Sync.Add(TimeSpan.FromMilliseconds(4));
        Assert.Null(metrics.Sync.Added);
    }

    [Theory]
    [InlineData(null,                              null)]
    [InlineData("off",                             null)]
    [InlineData("http://127.0.0.1:4318",           "http://127.0.0.1:4318/v1/metrics")]
    [InlineData("https://collector.example/in",    "https://collector.example/in")]
    [InlineData("http://collector.example:4318",   "error")]
    [InlineData("https://me:pw@collector.example", "error")]
    [InlineData("collector",                       "error")]
    public void Endpoint_IsThisMachine_OrEncrypted(string? given, string? endpoint)
    {
        var environment = new Dictionary<string, string>();
        if (given is not null)
        {
            environment["KOBE_OTLP_ENDPOINT"] = given;
        }

        var diagnostics = new Core.Text.Diagnostics();
        var config = ConfigLoader.Load(new(null, environment, []), new MachineZones(), diagnostics);

        Assert.Equal(endpoint, diagnostics.HasErrors ? "error" : config!.Otlp?.Endpoint.ToString());
    }

    private OtlpExport Start(Uri address) =>
        OtlpExport.Start(new(new(address, "/v1/metrics"), Never), board, metrics, () => (3, 1), "0.1.0");

    // Gauge 5, sum 7, histogram 9 of a metric; data points 1 of each (opentelemetry/proto/metrics/v1/metrics.proto).
    private static IEnumerable<ProtoMessage> Points(ProtoMessage metric, int kind) => Assert.Single(metric.All(kind)).All(1);
}
