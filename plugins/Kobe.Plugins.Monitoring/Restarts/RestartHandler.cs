using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Restarts;

/// <summary>How often the brain started, after what, and how long it was away.</summary>
[Handler("monitoring.restarts", Arguments = typeof(RestartArguments),
    About = "Counts the brain's starts, those after a crash, and the time it was away.")]
[Effects(Effects.None)]
public sealed class RestartHandler : ITaskHandler
{
    // Any of them shows that the brain was there; most are written many times an hour.
    private static readonly string[] Signs = ["booted", "stopped", "planned", "queued", "closed", "started", "ended"];

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<RestartArguments>();
        return Look.Journal(context, arguments.State, arguments.Stretch, arguments.Over, (window, book, state) =>
            Count(context, arguments, new(state, window.From, window.To), cancellation));
    }

    private static TaskResult Count(
        TaskContext context, RestartArguments arguments, JournalSpan span, CancellationToken cancellation)
    {
        var (starts, unclean, down) = (0, 0, TimeSpan.Zero);
        JournalNote? last = null;
        foreach (var note in span.Notes(cancellation, Signs))
        {
            if (note.Event == "booted")
            {
                starts++;
                if (last is { } before)
                {
                    unclean += before.Event == "stopped" ? 0 : 1;
                    down += note.At > before.At ? note.At - before.At : TimeSpan.Zero;
                }
            }

            last = note;
        }

        if (last is null)
        {
            return new TaskResult.Skipped("The journal has nothing of that time.");
        }

        var findings = new List<Finding>();
        if (starts > arguments.Limit)
        {
            findings.Add(new("starts", $"The brain started {starts} times; {arguments.Limit} are usual. "
                + $"{unclean} of them followed no orderly stop."));
        }

        if (down > arguments.Down)
        {
            findings.Add(new(
                "down", $"The brain was away for {Words.Of(down)}; {Words.Of(arguments.Down)} is tolerated."));
        }

        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("starts", starts).WithCount("unclean", unclean)
                .WithCount("down_seconds", (long)down.TotalSeconds),
            arguments.Fact,
            new RestartSight(open.Count == 0, open, starts, unclean, (long)down.TotalSeconds));
    }
}
