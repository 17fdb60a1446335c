using Kobe.Core.Runs;

namespace Kobe.Core.Tests.Runs;

/// <summary>What the history makes of the journal's events.</summary>
public sealed class HistoryTests
{
    private static readonly DateTimeOffset Due = new(2026, 11, 23, 14, 35, 0, TimeSpan.Zero);
    private static readonly OccurrenceKey Key = OccurrenceKey.Parse("a@2026-11-23T09:35");

    /// <summary>How an attempt ends, and what the history calls it.</summary>
    public static TheoryData<RunResult, NextStep, string> Ends { get; } = new()
    {
        { RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), "succeeded" },
        { RunResult.Failed, NextStep.QueuedAgain(Due.AddMinutes(1)), "retry" },
        { RunResult.Failed, NextStep.Final(FinalState.Failed), "failed" },
        { RunResult.Fatal, NextStep.Final(FinalState.Failed), "failed" },
        { RunResult.Unknown, NextStep.QueuedAgain(Due.AddMinutes(1)), "retry" },
        { RunResult.Unknown, NextStep.Held, "held" },
        { RunResult.Unknown, NextStep.Reconcile, "asked" },
        { RunResult.Unknown, NextStep.Final(FinalState.Interrupted), "interrupted" },
        { RunResult.Snoozed, NextStep.QueuedAgain(Due.AddMinutes(1)), "snoozed" },
        { RunResult.Preempted, NextStep.QueuedAgain(Due.AddMinutes(1)), "preempted" },
        { RunResult.Cancelled, NextStep.Final(FinalState.Cancelled), "cancelled" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Attempts_AreNamedByWhatFollows(RunResult result, NextStep next, string outcome)
    {
        var row = Assert.Single(Fold(
            new RunEvent.Queued(Due, Key, Due, Due.AddHours(1), 3), new RunEvent.Started(Due.AddSeconds(1), Key, 1, 1),
            new RunEvent.Ended(Due.AddSeconds(3), Key, 1, 1, result, next, 2000, Error: "why")));

        Assert.Equal((outcome, 1, 1000L, 2000L, "why"), (row.Outcome, row.Attempt, row.LatenessMs, row.DurationMs, row.Error));
        Assert.Equal(next.Kind == NextKind.Final, row.IsFinal);
    }

    [Fact]
    public void WhatNeverStarted_HasItsReason_AndNoAttempt()
    {
        var row = Assert.Single(Fold(new RunEvent.Closed(Due, Key, Due, FinalState.Skipped, "filter: phase is LUNCH")));

        Assert.Equal(("skipped", 0, "filter: phase is LUNCH", null), (row.Outcome, row.Attempt, row.Reason, row.LatenessMs));
    }

    [Fact]
    public void WhatRuns_IsARow_AndAResolutionSaysWho()
    {
        var rows = Fold(
            new RunEvent.Queued(Due, Key, Due, Due.AddHours(1), 3), new RunEvent.Started(Due, Key, 1, 1),
            new RunEvent.Ended(Due, Key, 1, 1, RunResult.Unknown, NextStep.Held, 10),
            new RunEvent.Resolved(Due.AddHours(1), Key, Resolution.Rerun, "ann", "looked"),
            new RunEvent.Started(Due.AddHours(1), Key, 2, 2));

        Assert.Equal(["held", "retry", "running"], rows.Select(row => row.Outcome));
        Assert.Equal(("ann", "resolved: looked"), (rows[1].By, rows[1].Reason));
    }

    [Fact]
    public void Stats_CountAndRank()
    {
        var rows = new List<RunEvent>();
        for (var i = 1; i <= 20; i++)
        {
            var key = Key with { Slot = $"/{i}" };
            var next = NextStep.Final(i == 20 ? FinalState.Failed : FinalState.Succeeded);
            rows.Add(new RunEvent.Queued(Due, key, Due, Due.AddHours(1), 3));
            rows.Add(new RunEvent.Started(Due.AddSeconds(i), key, 1, 1));
            rows.Add(new RunEvent.Ended(Due.AddMinutes(1), key, 1, 1, i == 20 ? RunResult.Fatal : RunResult.Succeeded, next, i * 100));
        }

        rows.Add(new RunEvent.Closed(Due, Key, Due, FinalState.Missed, "down"));
        var stats = RunStats.Of("all", Fold([.. rows]));

        Assert.Equal((20, 19, 1, 1, 0.95), (stats.Ended, stats.Succeeded, stats.Failed, stats.NotStarted, stats.SuccessRate));
        Assert.Equal(new Spread(20, 1000, 1900, 2000), stats.Duration);
        Assert.Equal(new Spread(20, 10_000, 19_000, 20_000), stats.Lateness);
        Assert.Null(RunStats.Of("none", []).SuccessRate);
        Assert.Equal(["a"], RunStats.By(Fold([.. rows]), row => row.Key.Task).Select(one => one.Name));
    }

    private static IReadOnlyList<HistoryRow> Fold(params RunEvent[] events)
    {
        var fold = new HistoryFold();
        foreach (var what in events)
        {
            fold.Add(what);
        }

        return fold.Rows();
    }
}
