using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Machine;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Clocks;

/// <summary>Whether the clock can be trusted: it jumped, it is kept in step, the zone data are there.</summary>
/// <remarks>
/// A jump is published and said rather than failed: a failure publishes nothing, so the next look would still compare
/// itself with the time before the jump.
/// </remarks>
[Handler("monitoring.clock", Arguments = typeof(ClockArguments),
    About = "Compares wall and monotonic clock since the last look; kernel synchronisation and zone data.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class ClockHandler : ITaskHandler
{
    private const string FactName = "clock.skew";

    // Looking itself takes longer than this, and a clock that runs moves in that time.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMicroseconds(10);

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Look(context, context.Arguments<ClockArguments>()));

    private static TaskResult Look(TaskContext context, ClockArguments arguments)
    {
        var now = ClockReading.Of(context.Clock);
        var kernel = KernelClock.Read();
        var zone = ZoneRules.Of(arguments.Zone, now.At);
        if (zone is null)
        {
            return new TaskResult.Failed(
                $"This machine has no data for {arguments.Zone}: install its time zone data (tzdata).");
        }

        if (Stands(context.Clock, now))
        {
            return new TaskResult.Skipped("The clock stands, as in a replay: there is nothing to compare.");
        }

        var last = context.Facts.Find(FactName)?.As<ClockSkew>();
        var step = last is null ? null : now.StepSince(last);
        Tell(context, arguments, step, kernel, last);
        var skew = Skew(now, step, kernel, zone) with
        {
            SinceSeconds = step is null
                ? null
                : Math.Round((now.Monotonic.TotalMilliseconds - last!.MonotonicMs) / 1000, 3),
        };
        return new TaskResult.Succeeded(
            Evidence.None
                .WithCount("step_ms", skew.StepMs)
                .WithCount("compared", step is null ? 0 : 1)
                .WithId("zone_data", zone.Version ?? "unknown")
                .WithId("zone_offset", skew.ZoneOffset!),
            Fact.Of(FactName, skew));
    }

    private static void Tell(
        TaskContext context, ClockArguments arguments, TimeSpan? step, KernelClock? kernel, ClockSkew? last)
    {
        if (step?.Duration() > arguments.Step)
        {
            var sentence = $"The clock jumped {(step > TimeSpan.Zero ? "forward" : "back")} by "
                + $"{Words.Of(step.Value.Duration())} since {last!.At:yyyy-MM-dd HH:mm:ss}Z.";
            context.Discover(new("clock", sentence));
            context.Notify(Urgency.Critical, sentence);
        }

        // Said when it begins; in a container the kernel often says so all its life.
        if (kernel is { IsSynchronised: false } && last?.Synchronised is not false)
        {
            context.Discover(new(
                "clock", "Nothing keeps the kernel's clock in step.", "Is a time service running, such as chrony?"));
        }
    }

    private static bool Stands(TimeProvider clock, ClockReading before) =>
        clock.GetElapsedTime(0, clock.GetTimestamp()) - before.Monotonic > Noticeable
        && clock.GetUtcNow() == before.At;

    private static ClockSkew Skew(ClockReading now, TimeSpan? step, KernelClock? kernel, ZoneRules zone)
    {
        var stepMs = (long)(step ?? TimeSpan.Zero).TotalMilliseconds;
        return new(
            Math.Abs(stepMs), stepMs, null, now.At, now.Monotonic.TotalMilliseconds, now.Slept.TotalMilliseconds,
            now.Boot, kernel?.IsSynchronised, kernel?.MaxErrorMs, zone.Version,
            (zone.Offset < TimeSpan.Zero ? "-" : "+") + zone.Offset.ToString("hh\\:mm"));
    }
}
