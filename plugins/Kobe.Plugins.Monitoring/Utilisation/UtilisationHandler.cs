using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Utilisation;

/// <summary>How busy the lane was, and with what.</summary>
[Handler("monitoring.utilisation", Arguments = typeof(UtilisationArguments),
    About = "Holds the lane's busy share of a stretch against a limit.")]
[Effects(Effects.None)]
public sealed class UtilisationHandler : ITaskHandler
{
    private const int TasksMax = 8;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<UtilisationArguments>();
        return Look.Journal(context, arguments.State, arguments.Stretch, arguments.Over, (window, book, state) =>
            Measure(context, arguments, window, book, new(state, window.From, window.To), cancellation));
    }

    private static TaskResult Measure(
        TaskContext context, UtilisationArguments arguments, Window window, TaskBook book, JournalSpan span,
        CancellationToken cancellation)
    {
        var tasks = new SortedDictionary<string, TaskTime>(StringComparer.Ordinal);
        foreach (var note in span.Notes(cancellation, "ended"))
        {
            if (book.Has(note.Task, arguments.Group))
            {
                // Of a run that began before the stretch only what lies in it.
                var inside = Math.Min(note.DurationMs, (long)(note.At - window.From).TotalMilliseconds);
                var before = tasks.GetValueOrDefault(note.Task) ?? new(note.Task, 0, 0);
                tasks[note.Task] = before with { Ms = before.Ms + inside, Runs = before.Runs + 1 };
            }
        }

        if (tasks.Count == 0)
        {
            return new TaskResult.Skipped("Nothing of these tasks ran in that time.");
        }

        var most = tasks.Values.OrderByDescending(task => task.Ms).Take(TasksMax).ToList();
        var busy = tasks.Values.Sum(task => task.Ms);
        var runs = tasks.Values.Sum(task => task.Runs);
        var percent = 100.0 * busy / window.Length.TotalMilliseconds;
        Finding[] findings = percent <= arguments.Limit ? [] :
        [
            new("busy", $"The lane was busy for {Words.OfPercent(percent)} of {Words.Of(window.Length)}; "
                + $"{Words.OfPercent(arguments.Limit)} is tolerated. Most: {most[0].Task} ({most[0].Ms} ms)."),
        ];
        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("busy_ms", busy).WithCount("runs", runs)
                .WithCount("tasks", tasks.Count),
            arguments.Fact,
            new UtilisationSight(open.Count == 0, open, Math.Round(percent, 3), busy, runs, most));
    }
}
