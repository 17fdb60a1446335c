using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;

namespace Kobe.Plugins.Monitoring.Skips;

/// <summary>Which rows were skipped on each of their last dates: something that they need is never there.</summary>
[Handler("monitoring.skips", Arguments = typeof(SkipArguments),
    About = "Finds rows that were skipped date after date, by reason.")]
[Effects(Effects.None)]
public sealed class SkipHandler : ITaskHandler
{
    private const int ShownMax = 30;
    private const int DaysMax = 20;

    // So many dates of the calendar have the asked number of sessions among them, holidays included.
    private const int DatesMore = 5;

    // A filter or a closing is what the owner wrote; a need, an order or a handler may be broken.
    private static readonly string[] Meant = ["filter:", "calendar"];

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<SkipArguments>();
        return arguments.Days is < 1 or > DaysMax
            ? Task.FromResult<TaskResult>(
                new TaskResult.Fatal($"days is {arguments.Days}: it lies between 1 and {DaysMax}."))
            : Look.Journal(
                context, arguments.State, Stretch.Over, TimeSpan.FromDays((arguments.Days * 7 / 5) + DatesMore),
                (window, book, state) =>
                    Count(context, arguments, book, new(state, window.From, window.To), cancellation));
    }

    private static TaskResult Count(
        TaskContext context, SkipArguments arguments, TaskBook book, JournalSpan span, CancellationToken cancellation)
    {
        var tally = new SkipTally(reason => arguments.Reasons is { Count: > 0 } reasons
            ? reasons.Any(begin => reason.StartsWith(begin, StringComparison.Ordinal))
            : !Meant.Any(begin => reason.StartsWith(begin, StringComparison.Ordinal)));
        foreach (var note in span.Notes(cancellation, SkipTally.Events))
        {
            if (book.Has(note.Task, arguments.Group))
            {
                tally.Take(note);
            }
        }

        if (tally.Tasks == 0)
        {
            return new TaskResult.Skipped("Nothing of these tasks ended in that time.");
        }

        var standing = tally.Standing(arguments.Days);
        var open = OpenFindings.Tell(
            context, arguments.Fact,
            [
                .. standing.Select(skip => new Finding(
                    skip.Task, $"{skip.Task} was skipped on each of its last {skip.Dates} dates: {skip.Reason}")),
            ],
            arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("tasks", tally.Tasks)
                .WithCount("skipped", standing.Count),
            arguments.Fact,
            new SkipSight(open.Count == 0, open, tally.Tasks, [.. standing.Take(ShownMax)]));
    }
}
