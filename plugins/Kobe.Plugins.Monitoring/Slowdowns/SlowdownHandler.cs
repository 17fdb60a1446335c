using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Slowdowns;

/// <summary>Which tasks take much longer than they did the days before.</summary>
[Handler("monitoring.slowdowns", Arguments = typeof(SlowdownArguments),
    About = "Compares how long tasks take with the days before.")]
[Effects(Effects.None)]
public sealed class SlowdownHandler : ITaskHandler
{
    private const int ShownMax = 20;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<SlowdownArguments>();
        return arguments is not { Recent: >= 1, Before: >= 1, Samples: >= 1, Factor: > 1 }
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "recent, before and samples are at least 1, and factor is above 1."))
            : Look.Journal(
                context, arguments.State, Stretch.Over, TimeSpan.FromDays(arguments.Recent + arguments.Before),
                (window, book, state) =>
                    Compare(context, arguments, book, new(state, window.From, window.To), window.To, cancellation));
    }

    private static TaskResult Compare(
        TaskContext context, SlowdownArguments arguments, TaskBook book, JournalSpan span, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var trend = new DurationTrend();
        foreach (var note in span.Notes(cancellation, "ended"))
        {
            if (note.Result == "succeeded" && book.Has(note.Task, arguments.Group))
            {
                trend.Add(note.Task, note.DurationMs, note.At >= now.AddDays(-arguments.Recent));
            }
        }

        var slower = trend.Slower(arguments.Factor, arguments.LeastMs, arguments.Samples, out var compared);
        if (compared == 0)
        {
            return new TaskResult.Skipped(
                $"No task has {arguments.Samples} runs in the last {arguments.Recent} days and before them.");
        }

        var open = OpenFindings.Tell(
            context, arguments.Fact,
            [
                .. slower.Select(one => new Finding(
                    one.Task, $"{one.Task} takes {one.NowMs} ms; before it took {one.BeforeMs} ms.")),
            ],
            arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("compared", compared)
                .WithCount("slower", slower.Count),
            arguments.Fact,
            new SlowdownSight(open.Count == 0, open, compared, [.. slower.Take(ShownMax)]));
    }
}
