using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Lateness;

/// <summary>How late tasks started, against what is tolerated.</summary>
[Handler("monitoring.lateness", Arguments = typeof(LatenessArguments),
    About = "Holds the lateness of a category's starts against a limit.")]
[Effects(Effects.None)]
public sealed class LatenessHandler : ITaskHandler
{
    // What started in the stretch may have been queued a little before it.
    private static readonly TimeSpan QueuedBefore = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<LatenessArguments>();
        return !(arguments.Percent is > 0 and <= 100)
            ? Task.FromResult<TaskResult>(
                new TaskResult.Fatal($"percent is {arguments.Percent}: it lies above 0 and is at most 100."))
            : Look.Journal(context, arguments.State, arguments.Stretch, arguments.Over, (window, book, state) =>
                Measure(
                    context, arguments, window, book, new(state, window.From - QueuedBefore, window.To),
                    cancellation));
    }

    private static TaskResult Measure(
        TaskContext context, LatenessArguments arguments, Window window, TaskBook book, JournalSpan span,
        CancellationToken cancellation)
    {
        var times = new StartTimes();
        foreach (var note in span.Notes(cancellation, StartTimes.Events))
        {
            if (book.Has(note.Task, arguments.Group))
            {
                times.Take(note, window.From);
            }
        }

        if (times.Count == 0)
        {
            return new TaskResult.Skipped("Nothing of these tasks started in that time.");
        }

        times.Sort();
        var (share, latest) = (times.At(arguments.Percent), times.At(100));
        Finding[] findings = share.Late <= arguments.Limit ? [] :
        [
            new("late", $"{Words.OfPercent(arguments.Percent)} of {times.Count} starts were up to "
                + $"{Words.Of(share.Late)} late; {Words.Of(arguments.Limit)} is tolerated. The latest was "
                + $"{latest.Key}."),
        ];
        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("starts", times.Count)
                .WithCount("share_ms", Ms(share.Late)).WithCount("max_ms", Ms(latest.Late)),
            arguments.Fact,
            new LatenessSight(
                open.Count == 0, open, times.Count, Ms(times.At(50).Late), Ms(share.Late), Ms(latest.Late),
                latest.Key));
    }

    private static long Ms(TimeSpan time) => (long)time.TotalMilliseconds;
}
