using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Drills;

/// <summary>Fails on purpose, so that people can see what the brain makes of it: backoff, kill, alert.</summary>
[Handler("maintenance.fire_drill", Arguments = typeof(FireDrillArguments),
    About = "Fails on purpose, so often as it is told, and then succeeds: to see backoff, kill and alert at work.")]
[Effects(Effects.Idempotent)]
public sealed class FireDrillHandler : ITaskHandler
{
    private const int AttemptsMax = 11;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The drill, when it throws.</exception>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<FireDrillArguments>();
        if (arguments.Attempts is < 1 or > AttemptsMax)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                $"attempts is {arguments.Attempts}: a row has 1 to {AttemptsMax} of them."));
        }

        if (context.Attempt > arguments.Attempts)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
                Evidence.None.WithCount("failed_attempts", arguments.Attempts).WithCount("attempt", context.Attempt)));
        }

        context.Log.Warning($"Fire drill: attempt {context.Attempt} is going to {arguments.Kind}.");
        if (arguments.Kind == DrillKind.Throw)
        {
            throw new InvalidOperationException(
                $"This is a fire drill: attempt {context.Attempt} of {arguments.Attempts} that fail.");
        }

        using var never = new ManualResetEvent(false);
        never.WaitOne();
        return Task.FromResult<TaskResult>(new TaskResult.Failed("What never happens has happened."));
    }
}
