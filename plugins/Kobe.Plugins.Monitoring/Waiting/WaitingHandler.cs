using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Waiting;

/// <summary>What waits in the queue, for how long and for what.</summary>
[Handler("monitoring.queue", Arguments = typeof(WaitingArguments),
    About = "Holds what waits in the queue, and for how long, against limits.")]
[Effects(Effects.None)]
public sealed class WaitingHandler : ITaskHandler
{
    private const string View = "task_queue.json";

    // What stands in the view's member waitingFor begins with what it is; the rest names it.
    private const string Lane = "lane";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<WaitingArguments>();
        return Look.Take(() =>
        {
            var state = Places.State(arguments.State);
            if (TaskBook.Read(state, out var why) is not { } book)
            {
                return new TaskResult.Skipped(why);
            }

            return StateFile.Read(Path.Combine(state, View), out var problem) is { } view
                ? Count(context, arguments, book, view)
                : problem is null
                    ? new TaskResult.Skipped($"{state} has no {View} yet.") : new TaskResult.Failed(problem);
        });
    }

    private static TaskResult.Succeeded Count(
        TaskContext context, WaitingArguments arguments, TaskBook book, JsonElement view)
    {
        var now = context.Clock.GetUtcNow();
        var waiting = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (count, oldest, key) = (0, TimeSpan.Zero, "");
        if (view.TryGetProperty("queue", out var queue) && queue.ValueKind == JsonValueKind.Array)
        {
            foreach (var run in queue.EnumerateArray())
            {
                if (run.Text("task") is not { } task || !book.Has(task, arguments.Group))
                {
                    continue;
                }

                count++;
                var reason = run.Text("waitingFor") ?? Lane;
                waiting[reason] = waiting.GetValueOrDefault(reason) + 1;
                if (now - run.Instant("dueAt") is { } age && age > oldest)
                {
                    (oldest, key) = (age, run.Text("key") ?? task);
                }
            }
        }

        var findings = new List<Finding>();
        if (count > arguments.Limit)
        {
            findings.Add(new("many", $"{count} occurrences wait; {arguments.Limit} are usual."));
        }

        if (oldest > arguments.Older)
        {
            findings.Add(new(
                "old", $"{key} waits since {Words.Of(oldest)}; {Words.Of(arguments.Older)} is tolerated."));
        }

        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("waiting", count).WithCount("oldest_seconds", (long)oldest.TotalSeconds)
                .WithCount("reasons", waiting.Count),
            arguments.Fact,
            new WaitingSight(open.Count == 0, open, count, count == 0 ? null : (long)oldest.TotalSeconds, waiting));
    }
}
