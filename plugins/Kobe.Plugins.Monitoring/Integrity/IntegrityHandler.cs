using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Integrity;

/// <summary>Whether the state directory is what the brain left there: private, whole, without a gap.</summary>
[Handler("monitoring.integrity", Arguments = typeof(IntegrityArguments),
    About = "Checks permissions, JSON files, leftovers and the journal's checksums and numbers.")]
[Effects(Effects.None)]
[Publishes("state.integrity")]
public sealed class IntegrityHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Check(context, context.Arguments<IntegrityArguments>(), cancellation));

    private static TaskResult Check(TaskContext context, IntegrityArguments arguments, CancellationToken cancellation)
    {
        var state = Path.GetFullPath(Places.State(arguments.State));
        if (!Directory.Exists(state))
        {
            return new TaskResult.Skipped($"There is no state directory {state}.");
        }

        if (arguments.Days < 1)
        {
            return new TaskResult.Fatal($"days is {arguments.Days}: at least 1 is needed.");
        }

        var now = context.Clock.GetUtcNow();
        var findings = new Findings(state);
        new FileWalk(now, arguments.Leftover, cancellation).Walk(state, findings);
        context.Progress(0.5, "journal");
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1 - arguments.Days);
        new JournalWalk(cancellation).Walk(state, from, findings);
        return findings.Problems.Count > 0
            ? new TaskResult.Failed(findings.Sentence())
            : new TaskResult.Succeeded(
                Evidence.None
                    .WithCount("files", findings.Files)
                    .WithCount("directories", findings.Directories)
                    .WithCount("lines", findings.Lines),
                Fact.Of("state.integrity", new StateIntegrity(findings.Files, findings.Lines, 0)));
    }
}
