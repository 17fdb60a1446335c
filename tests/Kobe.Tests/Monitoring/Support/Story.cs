using Kobe.Core.Runs;

namespace Kobe.Tests.Monitoring;

/// <summary>Tells a journal what happened, occurrence by occurrence, in any order.</summary>
internal sealed class Story
{
    private readonly List<RunEvent> events = [];

    /// <summary>What happened, in order of time.</summary>
    public IEnumerable<RunEvent> Events => events.OrderBy(what => what.At);

    /// <summary>An occurrence that was queued when due, started and ended.</summary>
    /// <param name="task">Whose.</param>
    /// <param name="due">When it was due (UTC).</param>
    /// <param name="late">So many seconds later it started.</param>
    /// <param name="ms">So long it took.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="failures">So often it was tried in vain before.</param>
    /// <param name="said">What it said at the end.</param>
    public Story Run(
        string task, DateTimeOffset due, double late = 0, long ms = 100, FinalState end = FinalState.Succeeded,
        int failures = 0, string? said = null)
    {
        var key = Key(task, due);
        var at = due.AddSeconds(late);
        events.Add(new RunEvent.Queued(due, key, due, due.AddHours(1), 3));
        for (var attempt = 1; attempt <= failures; attempt++)
        {
            events.Add(new RunEvent.Started(at, key, attempt, attempt));
            at = at.AddSeconds(1);
            events.Add(new RunEvent.Ended(
                at, key, attempt, attempt, RunResult.Failed, NextStep.QueuedAgain(at.AddSeconds(5)), 1000, null, "not yet"));
            at = at.AddSeconds(5);
        }

        events.Add(new RunEvent.Started(at, key, failures + 1, failures + 1));
        var result = end switch
        {
            FinalState.Succeeded => RunResult.Succeeded,
            FinalState.Skipped => RunResult.Skipped,
            _ => RunResult.Fatal,
        };
        events.Add(new RunEvent.Ended(
            at.AddMilliseconds(ms), key, failures + 1, failures + 1, result, NextStep.Final(end), ms,
            end == FinalState.Skipped ? said : null, end == FinalState.Skipped ? null : said));
        return this;
    }

    /// <summary>An occurrence that came to its end without a start.</summary>
    public Story Closed(string task, DateTimeOffset due, FinalState end, string reason) =>
        Tell(new RunEvent.Closed(due, Key(task, due), due, end, reason));

    public Story Tell(params RunEvent[] more)
    {
        events.AddRange(more);
        return this;
    }

    public static OccurrenceKey Key(string task, DateTimeOffset due) =>
        new(task, DateOnly.FromDateTime(due.AddHours(-5).DateTime), $"T{due.AddHours(-5):HH:mm}");
}
