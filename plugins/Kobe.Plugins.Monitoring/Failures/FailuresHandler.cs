using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Failures;

/// <summary>How many occurrences ended badly, or in any other chosen way, against what is tolerated.</summary>
[Handler("monitoring.failures", Arguments = typeof(FailuresArguments),
    About = "Holds the share of failed, missed, expired … occurrences of a category against a limit.")]
[Effects(Effects.None)]
public sealed class FailuresHandler : ITaskHandler
{
    private static readonly string[] Usual = ["failed", "interrupted"];

    private static readonly string[] States =
    [
        "succeeded", "failed", "skipped", "expired", "missed", "coalesced", "interrupted", "cancelled", "removed",
        "disabled",
    ];

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<FailuresArguments>();
        return arguments.Outcomes?.FirstOrDefault(outcome => !States.Contains(outcome)) is { } unknown
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal(
                $"outcomes has {unknown}, which is no final state: write some of {string.Join(", ", States)}."))
            : Look.Journal(context, arguments.State, arguments.Stretch, arguments.Over, (window, book, state) =>
                Count(context, arguments, book, new(state, window.From, window.To), cancellation));
    }

    private static TaskResult Count(
        TaskContext context, FailuresArguments arguments, TaskBook book, JournalSpan span,
        CancellationToken cancellation)
    {
        var outcomes = arguments.Outcomes ?? Usual;
        var counts = new EndCounts([.. outcomes]);
        foreach (var note in span.Notes(cancellation, EndCounts.Events))
        {
            if (book.Has(note.Task, arguments.Group))
            {
                counts.Take(note);
            }
        }

        if (counts.Ends == 0)
        {
            return new TaskResult.Skipped("Nothing of these tasks ended in that time.");
        }

        var percent = 100.0 * counts.Chosen / counts.Ends;
        var worst = counts.Worst();
        Finding[] findings = counts.Chosen < arguments.Least || percent <= arguments.Limit ? [] :
        [
            new("share", $"{counts.Chosen} of {counts.Ends} occurrences ended {string.Join(" or ", outcomes)}, "
                + $"{Words.OfPercent(percent)}; {Words.OfPercent(arguments.Limit)} is tolerated. "
                + $"Most: {worst[0].Task} ({worst[0].Count}){(worst[0].Last is { } last ? ": " + last : "")}."),
        ];
        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("ends", counts.Ends)
                .WithCount("counted", counts.Chosen).WithCount("tasks", worst.Count),
            arguments.Fact,
            new FailuresSight(
                open.Count == 0, open, counts.Ends, counts.Chosen, Math.Round(percent, 2), worst));
    }
}
