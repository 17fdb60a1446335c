using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Machine;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Health;

/// <summary>How the brain, the runner and the machine are. A dead brain is a failure, strain is a reason.</summary>
[Handler("monitoring.health", Arguments = typeof(HealthArguments),
    About = "Looks at the heartbeat, memory, load, threads and open files.")]
[Effects(Effects.None)]
[Publishes("health.summary")]
public sealed class HealthHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Look(context, context.Arguments<HealthArguments>()));

    private static TaskResult Look(TaskContext context, HealthArguments limits)
    {
        var brain = BrainSight.Of(Places.State(limits.State), context.Clock.GetUtcNow());
        if (brain.IsEmpty)
        {
            return new TaskResult.Skipped($"No brain has run on {brain.State}.");
        }

        if (brain.Death(limits.Stale) is { } death)
        {
            return new TaskResult.Failed(death);
        }

        var machine = MachineLoad.Read();
        var runner = ProcessLoad.Of(Environment.ProcessId);
        var writer = brain.Heartbeat is { Pid: > 0 and var pid } ? ProcessLoad.Of(pid) : null;
        List<string> reasons =
        [
            .. HealthReasons.OfBrain(brain, limits),
            .. HealthReasons.OfMachine(machine, limits),
            .. runner is null ? [] : HealthReasons.OfProcess("runner", runner, limits),
            // Where the runner can't see itself, it can't see the brain either.
            .. runner is null || brain.Heartbeat is null ? [] : HealthReasons.OfProcess("brain", writer, limits),
        ];
        foreach (var reason in reasons)
        {
            context.Log.Warning(reason);
        }

        return new TaskResult.Succeeded(
            Shown(brain, machine, runner, writer), Fact.Of("health.summary", HealthSummary.Of(reasons)));
    }

    private static Evidence Shown(BrainSight brain, MachineLoad machine, ProcessLoad? runner, ProcessLoad? writer)
    {
        var evidence = Evidence.None.WithCount("heap_bytes", machine.HeapBytes);
        evidence = With(evidence, "heartbeat_age_ms", (long?)brain.Heartbeat?.Age(brain.Now).TotalMilliseconds);
        evidence = With(evidence, "cycles", brain.Heartbeat?.Cycles);
        evidence = With(evidence, "queue", brain.Heartbeat?.Queue);
        evidence = With(evidence, "free_memory_bytes", machine.FreeMemoryBytes);
        evidence = With(evidence, "load_percent", (long?)(machine.LoadPerProcessor * 100));
        evidence = With(evidence, "brain_threads", writer?.Threads);
        evidence = With(evidence, "brain_handles", writer?.Handles);
        evidence = With(evidence, "brain_bytes", writer?.ResidentBytes);
        evidence = With(evidence, "runner_threads", runner?.Threads);
        evidence = With(evidence, "runner_handles", runner?.Handles);
        return With(evidence, "runner_bytes", runner?.ResidentBytes);
    }

    private static Evidence With(Evidence evidence, string name, long? count) =>
        count is { } known ? evidence.WithCount(name, known) : evidence;
}
