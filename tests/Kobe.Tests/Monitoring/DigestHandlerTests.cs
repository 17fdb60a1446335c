using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Plugins.Monitoring.Digest;
using Kobe.Testing;

namespace Kobe.Tests.Monitoring;

/// <summary>monitoring.digest on a journal that the brain's own writer made.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DigestHandlerTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 19);
    private static readonly DateTimeOffset Due = new(2026, 11, 19, 23, 50, 0, TimeSpan.Zero);

    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly DigestHandler handler = new();

    private DigestArguments Arguments => new(state.Root);

    public void Dispose() => state.Dispose();

    [Fact]
    public void Day_IsCounted_TaskByTask_AcrossMidnightInUtc()
    {
        state.Append(
        [
            new RunEvent.Booted(Due, 1, "0.1.0", 7),
            .. Run("disk", 1, late: 1, duration: 100),
            .. Run("disk", 2, late: 3, duration: 300, FinalState.Failed),
            .. Run("disk", 3, late: 1200, duration: 200),
            .. Run("clock", 1, late: 0, duration: 5),
            new RunEvent.Closed(Due.AddHours(2), Key("clock", 2), Due, FinalState.Skipped, "filter: phases"),
            new RunEvent.Queued(Due.AddHours(2), Key("later", 1), Due, Due.AddHours(9), 3),
            new RunEvent.BulkMissed(Due.AddHours(2), "old", Day, 40, Due, "beyond look_back"),
            // Of other dates.
            new RunEvent.BulkMissed(Due.AddHours(2), "old", Day.AddDays(-1), 7, Due, "beyond look_back"),
            .. Run("disk", 1, late: 9, duration: 9, date: Day.AddDays(1)),
        ]);

        var result = attempt.Succeed(handler, Arguments);

        var digest = Assert.Single(result.Facts).Value;
        Assert.Equal("2026-11-19", digest.GetProperty("date").GetString());
        Assert.Equal(
            """
            {"task":"disk","occurrences":3,"starts":3,"outcomes":{"failed":1,"succeeded":2},
            "duration_ms":{"p50":200,"p95":300},"lateness_ms":{"p50":3000,"p95":1200000}}
            """.ReplaceLineEndings(""),
            digest.GetProperty("tasks")[0].GetRawText());
        Assert.Equal(
            ["disk", "old", "clock", "later"],
            digest.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("task").GetString()!));
        Assert.Equal(
            """{"failed":1,"missed":40,"pending":1,"skipped":1,"succeeded":3}""",
            digest.GetProperty("whole").GetProperty("outcomes").GetRawText());
        Assert.Equal(46, result.Evidence.Counts["occurrences"]);
        Assert.Equal(4, result.Evidence.Counts["starts"]);
    }

    [Fact]
    public void Retry_IsOneOccurrence_WithItsLastEnd()
    {
        var key = Key("pull", 1);
        state.Append(
        [
            new RunEvent.Queued(Due, key, Due, Due.AddHours(4), 3),
            new RunEvent.Started(Due, key, 1, 1),
            new RunEvent.Ended(Due, key, 1, 1, RunResult.Failed, NextStep.QueuedAgain(Due.AddMinutes(1)), 10),
            new RunEvent.Started(Due.AddMinutes(1), key, 2, 2),
            new RunEvent.Ended(
                Due.AddMinutes(1), key, 2, 2, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 20),
        ]);

        var whole = Whole(attempt.Succeed(handler, Arguments));

        Assert.Equal("""{"succeeded":1}""", whole.GetProperty("outcomes").GetRawText());
        Assert.Equal(2, whole.GetProperty("starts").GetInt32());
        Assert.Equal(0, whole.GetProperty("lateness_ms").GetProperty("p95").GetInt32());
    }

    [Theory]
    // A random journal: the sum of the digest is the ledger's own count of that date.
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sum_IsTheLedgersOwn(int seed)
    {
        var events = Histories.Of(seed, 400);
        state.Append(events);
        var ledger = Histories.Fold(events);
        var date = new DateOnly(2026, 11, 21);
        var keys = events.Select(KeyOf).OfType<OccurrenceKey>().Where(key => key.Date == date).ToHashSet();
        var open = ledger.Open().Count(run => run.Key.Date == date);

        var whole = Whole(attempt.Succeed(handler, Arguments with { Date = date }));

        Assert.Equal(keys.Count, whole.GetProperty("occurrences").GetInt32());
        var outcomes = whole.GetProperty("outcomes").EnumerateObject()
            .ToDictionary(outcome => outcome.Name, outcome => outcome.Value.GetInt32());
        Assert.Equal(open, outcomes.GetValueOrDefault("pending"));
        Assert.Equal(keys.Count - open, outcomes.Where(outcome => outcome.Key != "pending").Sum(one => one.Value));
    }

    [Fact]
    public void ManyTasks_AreCut_AndOneDamagedLineIsCounted()
    {
        state.Append(Enumerable.Range(0, 30).SelectMany(task => Run($"task{task:D2}", 1, late: 0, duration: 1)));
        File.AppendAllText(state.NewestDay, "{\"seq\":1");

        var result = attempt.Succeed(handler, Arguments with { TasksMax = 4 });

        var digest = result.Facts[0].Value;
        Assert.Equal(4, digest.GetProperty("tasks").GetArrayLength());
        Assert.Equal(26, digest.GetProperty("left_off").GetInt32());
        Assert.Equal(1, result.Evidence.Counts["damaged_lines"]);
        Assert.Equal(30, result.Evidence.Counts["tasks"]);
    }

    [Fact]
    public void EmptyDay_IsSkipped()
    {
        Assert.Equal("The journal has nothing for 2026-11-19.", attempt.Skip(handler, Arguments));

        state.Append(Run("disk", 1, late: 0, duration: 1));

        Assert.Equal(
            "The journal has nothing for 2026-11-18.",
            attempt.Skip(handler, Arguments with { Date = Day.AddDays(-1) }));
    }

    private static OccurrenceKey Key(string task, int slot, DateOnly? date = null) =>
        new(task, date ?? Day, $"/{slot}");

    // Queued at its due time, started so many seconds late.
    private static RunEvent[] Run(
        string task, int slot, int late, long duration, FinalState end = FinalState.Succeeded, DateOnly? date = null)
    {
        var key = Key(task, slot, date);
        var start = Due.AddSeconds(late);
        var result = end == FinalState.Succeeded ? RunResult.Succeeded : RunResult.Fatal;
        return
        [
            new RunEvent.Queued(Due, key, Due, Due.AddHours(4), 3),
            new RunEvent.Started(start, key, 1, 1),
            new RunEvent.Ended(start, key, 1, 1, result, NextStep.Final(end), duration),
        ];
    }

    private static OccurrenceKey? KeyOf(RunEvent what) => what switch
    {
        RunEvent.Queued queued => queued.Key,
        RunEvent.Triggered triggered => triggered.Key,
        RunEvent.Closed closed => closed.Key,
        _ => null,
    };

    private static JsonElement Whole(TaskResult.Succeeded result) =>
        Assert.Single(result.Facts).Value.GetProperty("whole");
}
