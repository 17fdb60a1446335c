using System.Diagnostics.Metrics;
using Kobe.Brain;
using Kobe.Core.Runs;

namespace Kobe.Telemetry;

/// <summary>What <c>/metrics</c> tells, as instruments: observed when they are pushed, never in between.</summary>
internal sealed class BrainInstruments : IDisposable
{
    /// <summary>The meter's name, with which every instrument's begins.</summary>
    public const string Name = "kobe";

    public const string Lateness = "kobe.start.lateness";
    public const string Duration = "kobe.run.duration";
    public const string Sync = "kobe.journal.sync";
    private const string Seconds = "s";

    private readonly Meter meter;
    private readonly BrainBoard board;
    private readonly BrainMetrics metrics;

    /// <param name="board">Where the loop shows itself.</param>
    /// <param name="metrics">What is counted since the start.</param>
    /// <param name="alerts">How many alerts were sent, and how many wait.</param>
    /// <param name="version">The program's.</param>
    public BrainInstruments(
        BrainBoard board, BrainMetrics metrics, Func<(long Sent, long Waiting)> alerts, string version)
    {
        meter = new(Name, version);
        (this.board, this.metrics) = (board, metrics);
        Gauge("kobe.queue.depth", null, one => one.QueueCount);
        Gauge("kobe.queue.age", Seconds, one => one.Queue is [var first, ..] ? Ago(first.DueAt) : 0);
        Gauge("kobe.queue.ready", null, one => one.Overdue?.Count ?? 0);
        Gauge("kobe.lane.busy", null, one => one.Current is null ? 0 : 1);
        Gauge("kobe.paused", null, one => one.Paused ? 1 : 0);
        Gauge("kobe.trading.state", null, one =>
            Enum.TryParse<TradingState>(one.TradingState, out var state) ? (int)state : (int)TradingState.HALTED);
        Gauge("kobe.accounting.breaches", null, one => one.Breaches);
        Gauge("kobe.journal.seq", null, one => one.Journal.LastSeq);
        Gauge("kobe.tasks", null, one => one.Schedule.Tasks);
        Gauge("kobe.uptime", Seconds, one => Ago(one.StartedAt));
        Gauge("kobe.loop.age", Seconds, _ => board.LoopAge?.TotalSeconds ?? 0);
        Gauge("kobe.alerts.waiting", null, _ => alerts().Waiting);
        meter.CreateObservableCounter("kobe.loop.turns", () => board.Current?.Cycles ?? 0);
        meter.CreateObservableCounter("kobe.alerts.sent", () => alerts().Sent);
        meter.CreateObservableCounter("kobe.runners.gone", () => metrics.RunnersGone);
        meter.CreateObservableCounter("kobe.outcomes", Outcomes);
        var (lateness, duration, sync) = (Spans(Lateness), Spans(Duration), Spans(Sync));
        metrics.Lateness.Added = lateness.Record;
        metrics.Sync.Added = sync.Record;
        metrics.Ran = (result, seconds) =>
            duration.Record(seconds, new KeyValuePair<string, object?>("result", result));
    }

    public void Dispose()
    {
        (metrics.Lateness.Added, metrics.Sync.Added, metrics.Ran) = (null, null, null);
        meter.Dispose();
    }

    private Histogram<double> Spans(string name) => meter.CreateHistogram<double>(name, Seconds);

    private void Gauge(string name, string? unit, Func<BrainSnapshot, double> value) =>
        meter.CreateObservableGauge(
            name,
            () => board.Current is { } snapshot ? [new Measurement<double>(value(snapshot))] : Nothing(), unit);

    private double Ago(DateTimeOffset instant) => Math.Max(0, (board.Time.GetUtcNow() - instant).TotalSeconds);

    private static IEnumerable<Measurement<double>> Nothing() => [];

    private IEnumerable<Measurement<long>> Outcomes() => metrics.Outcomes.Select(one => new Measurement<long>(
        one.Value, new KeyValuePair<string, object?>("state", one.Key.State),
        new KeyValuePair<string, object?>("reason", one.Key.Reason)));
}
