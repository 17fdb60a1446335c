using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Failures;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Retries;

/// <summary>Which tasks succeed only when they are asked twice: what breaks next.</summary>
[Handler("monitoring.retries", Arguments = typeof(RetryArguments),
    About = "Counts successes that needed more than one attempt.")]
[Effects(Effects.None)]
public sealed class RetryHandler : ITaskHandler
{
    private const int TasksMax = 8;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<RetryArguments>();
        return Look.Journal(context, arguments.State, arguments.Stretch, arguments.Over, (window, book, state) =>
            Count(context, arguments, book, new(state, window.From, window.To), cancellation));
    }

    private static TaskResult Count(
        TaskContext context, RetryArguments arguments, TaskBook book, JournalSpan span, CancellationToken cancellation)
    {
        var said = new Dictionary<string, string?>(StringComparer.Ordinal);
        var tasks = new SortedDictionary<string, TaskCount>(StringComparer.Ordinal);
        var successes = 0L;
        foreach (var note in span.Notes(cancellation, "ended"))
        {
            if (note.Key is not { } key || !book.Has(note.Task, arguments.Group))
            {
                continue;
            }

            if (note.Result != "succeeded")
            {
                said[key] = note.Error ?? note.Reason;
                continue;
            }

            successes++;
            if (note.Attempt > 1)
            {
                tasks[note.Task] = new(
                    note.Task, (tasks.GetValueOrDefault(note.Task)?.Count ?? 0) + 1, said.GetValueOrDefault(key));
            }
        }

        if (successes == 0)
        {
            return new TaskResult.Skipped("Nothing of these tasks succeeded in that time.");
        }

        var retried = tasks.Values.Sum(task => task.Count);
        var worst = tasks.Values.OrderByDescending(task => task.Count).Take(TasksMax).ToList();
        var percent = 100.0 * retried / successes;
        Finding[] findings = retried < arguments.Least || percent <= arguments.Limit ? [] :
        [
            new("retried", $"{retried} of {successes} successes needed a retry, {Words.OfPercent(percent)}. "
                + $"Most: {worst[0].Task} ({worst[0].Count}){(worst[0].Last is { } first ? ": " + first : "")}."),
        ];
        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("successes", successes)
                .WithCount("retried", retried),
            arguments.Fact, new RetrySight(open.Count == 0, open, successes, retried, worst));
    }
}
