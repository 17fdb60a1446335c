using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>What a day's tasks came to: how often, how they ended, how long they took, how late they were.</summary>
[Handler("monitoring.digest", Arguments = typeof(DigestArguments),
    About = "Counts a day's occurrences, outcomes, durations and lateness from the journal.")]
[Effects(Effects.None)]
[Publishes("digest.daily")]
public sealed class DigestHandler : ITaskHandler
{
    // A date's occurrences are written from its first hour, which in the east is the day before in UTC, until the last
    // of them has ended, which by default is a day after it fell due.
    private const int DaysBefore = 1;
    private const int DaysAfter = 3;

    // What one attempt publishes has a limit of 40 KiB in the journal; a task takes at most some 350 bytes.
    private const int TasksMax = 100;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Count(context, context.Arguments<DigestArguments>(), cancellation));

    private static TaskResult Count(TaskContext context, DigestArguments arguments, CancellationToken cancellation)
    {
        var date = arguments.Date ?? DayBefore(context);
        var tally = new DayTally(date);
        var (lines, damaged) = (0L, 0L);
        try
        {
            foreach (var file in FilesOf(Places.State(arguments.State), date))
            {
                foreach (var line in JournalLines.Of(file.Path))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (!line.IsEmpty)
                    {
                        lines++;
                        damaged += Take(tally, line.Span) ? 0 : 1;
                    }
                }
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"The journal can't be read: {unreadable.Message}");
        }

        return tally.IsEmpty
            ? new TaskResult.Skipped($"The journal has nothing for {date:yyyy-MM-dd}.")
            : Told(tally.Digest(Math.Clamp(arguments.TasksMax, 0, TasksMax)), lines, damaged);
    }

    private static TaskResult.Succeeded Told(DailyDigest digest, long lines, long damaged)
    {
        var evidence = Evidence.None
            .WithCount("lines", lines)
            .WithCount("damaged_lines", damaged)
            .WithCount("tasks", digest.Tasks.Count + digest.LeftOff)
            .WithCount("occurrences", digest.Whole.Occurrences)
            .WithCount("starts", digest.Whole.Starts);
        foreach (var (outcome, count) in digest.Whole.Outcomes)
        {
            evidence = evidence.WithCount(outcome, count);
        }

        return new(evidence, Fact.Of("digest.daily", digest));
    }

    // The work is for the due time: a digest that runs late is still of the day before that.
    private static DateOnly DayBefore(TaskContext context) =>
        DateOnly.FromDateTime(context.DueAt.ToOffset(context.Market.Timestamp.Offset).DateTime).AddDays(-1);

    private static IEnumerable<JournalDay> FilesOf(string state, DateOnly date) =>
        JournalDay.In(state).Where(file =>
            file.Date >= date.AddDays(-DaysBefore) && file.Date <= date.AddDays(DaysAfter));

    // Damage is monitoring.integrity's to tell; here it is only counted. A torn last line is one on its way.
    private static bool Take(DayTally tally, ReadOnlySpan<byte> line)
    {
        try
        {
            if (LineFrame.Problem(line, out _) is not null)
            {
                return false;
            }

            if (JournalEvent.Read(line) is { } what)
            {
                tally.Take(what);
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
