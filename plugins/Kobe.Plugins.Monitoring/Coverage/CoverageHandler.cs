using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Coverage;

/// <summary>Whether everything that fell due on a date has come to an end.</summary>
[Handler("monitoring.coverage", Arguments = typeof(CoverageArguments),
    About = "Holds what fell due on a date against what ended.")]
[Effects(Effects.None)]
public sealed class CoverageHandler : ITaskHandler
{
    private const int DaysMax = 30;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<CoverageArguments>();
        return Look.Take(() =>
        {
            var state = Places.State(arguments.State);
            return arguments.Days is < 0 or > DaysMax
                ? new TaskResult.Fatal($"days is {arguments.Days}: it lies between 0 and {DaysMax}.")
                : TaskBook.Read(state, out var why) is { } book
                    ? Count(context, arguments, state, book, cancellation)
                    : new TaskResult.Skipped(why);
        });
    }

    private static TaskResult Count(
        TaskContext context, CoverageArguments arguments, string state, TaskBook book, CancellationToken cancellation)
    {
        var now = context.Clock.GetUtcNow();
        var local = context.DueAt.ToOffset(context.Market.Timestamp.Offset);
        var date = DateOnly.FromDateTime(local.DateTime).AddDays(-arguments.Days);
        var begin = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), local.Offset).ToUniversalTime();
        var account = new DayAccount(date.ToString("yyyy-MM-dd"));
        // A little before, for occurrences are planned ahead of their due times after a start.
        var span = new JournalSpan(state, begin.AddHours(-1), now.AddSeconds(1));
        foreach (var note in span.Notes(cancellation, DayAccount.Events))
        {
            if (book.Has(note.Task, arguments.Group))
            {
                account.Take(note);
            }
        }

        if (account.Count == 0)
        {
            return new TaskResult.Skipped($"The journal has nothing of these tasks for {date:yyyy-MM-dd}.");
        }

        var (finals, overdue) = (account.Finals(), account.Overdue(now));
        var findings = overdue.Count <= arguments.Limit ? [] : overdue.Select(key => new Finding(
            key, $"{key} has no end although its time is over: kobe explain {key.Split('@')[0]} says why."));
        var open = OpenFindings.Tell(context, arguments.Fact, [.. findings], arguments.Tell);
        var final = finals.Values.Sum();
        return Look.Seen(
            Evidence.None.WithCount("lines", span.Lines).WithCount("planned", account.Count).WithCount("final", final)
                .WithCount("overdue", overdue.Count),
            arguments.Fact,
            new CoverageSight(
                open.Count == 0, open, date.ToString("yyyy-MM-dd"), account.Count, finals, account.Count - final,
                account.Tasks, book.Enabled(arguments.Group).Count));
    }
}
