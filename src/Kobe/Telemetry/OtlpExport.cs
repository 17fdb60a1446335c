using Kobe.Brain;
using Kobe.Config;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Kobe.Telemetry;

/// <summary>Pushes metrics to a collector, from a thread of its own. A collector that does not answer leaves a gap in
/// somebody's picture and nothing else: the brain neither waits nor fails.</summary>
/// <remarks>Only made when it is asked for: nothing else in the program names a type of the packages.</remarks>
internal sealed class OtlpExport : IDisposable
{
    // What one push may take, the last one at the end included.
    private static readonly TimeSpan PushMax = TimeSpan.FromSeconds(3);

    private readonly BrainInstruments instruments;
    private readonly MeterProvider provider;

    private OtlpExport(BrainInstruments instruments, MeterProvider provider) =>
        (this.instruments, this.provider) = (instruments, provider);

    /// <summary>Begins to push.</summary>
    /// <param name="config">Where to, and how often.</param>
    /// <param name="board">Where the loop shows itself.</param>
    /// <param name="metrics">What is counted since the start.</param>
    /// <param name="alerts">How many alerts were sent, and how many wait.</param>
    /// <param name="version">The program's.</param>
    public static OtlpExport Start(
        OtlpConfig config, BrainBoard board, BrainMetrics metrics, Func<(long Sent, long Waiting)> alerts,
        string version)
    {
        var instruments = new BrainInstruments(board, metrics, alerts, version);
        var bounds = new ExplicitBucketHistogramConfiguration { Boundaries = [.. TimeHistogram.Bounds] };
        var provider = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(
                BrainInstruments.Name, serviceVersion: version, autoGenerateServiceInstanceId: false,
                serviceInstanceId: Environment.MachineName))
            .AddMeter(BrainInstruments.Name)
            .AddView(BrainInstruments.Lateness, bounds)
            .AddView(BrainInstruments.Duration, bounds)
            .AddView(BrainInstruments.Sync, bounds)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = config.Endpoint;
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.TimeoutMilliseconds = (int)PushMax.TotalMilliseconds;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                    (int)config.Every.TotalMilliseconds;
                reader.PeriodicExportingMetricReaderOptions.ExportTimeoutMilliseconds =
                    (int)PushMax.TotalMilliseconds;
            })
            .Build();
        return new(instruments, provider);
    }

    /// <summary>Pushes what was counted last, and ends.</summary>
    public void Dispose()
    {
        provider.Shutdown((int)PushMax.TotalMilliseconds);
        provider.Dispose();
        instruments.Dispose();
    }
}
