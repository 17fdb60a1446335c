using Kobe.Contracts;
using Kobe.Plugins.Monitoring.State;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Heartbeats;

/// <summary>Whether the brain's heart beats, and whether work piles up behind it.</summary>
/// <remarks>
/// A brain that hangs runs no handler, this one included: what it sees is a heartbeat that can't be written, a loop
/// that limps, or a lane that doesn't keep up.
/// </remarks>
[Handler("monitoring.heartbeat", Arguments = typeof(HeartbeatArguments),
    About = "Checks the age of the heartbeat and how much is overdue.")]
[Effects(Effects.None)]
[Publishes("heartbeat.age")]
public sealed class HeartbeatHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Check(context, context.Arguments<HeartbeatArguments>()));

    private static TaskResult Check(TaskContext context, HeartbeatArguments arguments)
    {
        var state = Places.State(arguments.State);
        if (Heartbeat.Read(state, out var problem) is not { } heartbeat)
        {
            return problem is null && !File.Exists(Path.Combine(state, Places.BrainState))
                ? new TaskResult.Skipped($"No brain has run on {state}.")
                : new TaskResult.Failed(problem ?? $"{state} has no {Places.Heartbeat}.");
        }

        var age = heartbeat.Age(context.Clock.GetUtcNow());
        if (Refusal(heartbeat, age, arguments) is { } refusal)
        {
            return new TaskResult.Failed(refusal);
        }

        return new TaskResult.Succeeded(
            Evidence.None
                .WithCount("age_ms", (long)age.TotalMilliseconds)
                .WithCount("cycles", heartbeat.Cycles)
                .WithCount("overdue", heartbeat.Overdue),
            Fact.Of("heartbeat.age", new HeartbeatAge(
                Math.Round(age.TotalSeconds, 3), heartbeat.LoopAgeMs, heartbeat.Overdue, heartbeat.Queue,
                heartbeat.Pid)));
    }

    private static string? Refusal(Heartbeat heartbeat, TimeSpan age, HeartbeatArguments arguments) => heartbeat switch
    {
        { Alive: false } => "The heartbeat says that the brain has stopped.",
        _ when age > arguments.Stale =>
            $"The heartbeat is {Words.Of(age)} old; at most {Words.Of(arguments.Stale)} is allowed.",
        { LoopAgeMs: var loop } when loop > arguments.Stale.TotalMilliseconds =>
            $"The loop had not turned for {Words.Of(TimeSpan.FromMilliseconds(loop))} at the last heartbeat.",
        { Overdue: var overdue } when overdue > arguments.OverdueMax =>
            $"{overdue} occurrences wait for the lane; at most {arguments.OverdueMax} may.",
        _ => null,
    };
}
