using System.Runtime.Versioning;
using Kobe.Alerts;
using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Journals;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Alerts;

/// <summary>A kill between the journal's line and the outbox's loses no alert.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LostAlertTests
{
    private static readonly DateTimeOffset At = Alerting.Noon;
    private static readonly OccurrenceKey Key = new("a", new(2026, 11, 20), "T12:00");

    private static readonly Schedule Schedule = Brain.Rows.Roster(
        At, "a, at: '12:00', priority: 1, category: trading, kind: exit", "b, at: '12:00'").Schedule;

    [Fact]
    public void EachEventThatPeopleMustBeToldOf_HasItsAlert()
    {
        RunEvent[] last =
        [
            new RunEvent.Started(At, Key, 1, 1),
            new RunEvent.Ended(At, Key, 1, 3, RunResult.Failed, NextStep.Final(FinalState.Failed), 5, "3 attempts used", "boom"),
            new RunEvent.Ended(At, Key, 1, 1, RunResult.Unknown, NextStep.Held, 5, null, "killed"),
            new RunEvent.Reconciled(At, Key, 1, ReconcileAnswer.Unknown, NextStep.Held),
            new RunEvent.Quarantined(At, "a", "2 crashes"),
            new RunEvent.Closed(At, Key, At, FinalState.Expired, "lag 5m"),
            new RunEvent.Closed(At, Key, At, FinalState.Missed, "down"),
            new RunEvent.Control(At, ControlVerb.Halt, "trading", "cli:ann", "news"),
            // Nobody is told of these.
            new RunEvent.Closed(At, Key with { Task = "b" }, At, FinalState.Expired, "lag 5m"),
            new RunEvent.Closed(At, Key, At, FinalState.Skipped, "halted"),
            new RunEvent.Ended(At, Key, 1, 1, RunResult.Failed, NextStep.QueuedAgain(At.AddMinutes(1)), 5, null, "boom"),
            new RunEvent.Control(At, ControlVerb.Disable, "a", "cli:ann", "it errs"),
        ];

        Assert.Equal(
            [
                "Warning SCHEDULER FAILURE: a failed 3x: boom",
                "Warning HELD: a@2026-11-20T12:00: killed; kobe resolve a@2026-11-20T12:00 done|rerun|drop",
                "Warning HELD: a@2026-11-20T12:00 may or may not have had its effect; kobe resolve a@2026-11-20T12:00 done|rerun|drop",
                "Critical QUARANTINE: a: 2 crashes; kobe unquarantine a when it is mended",
                "Warning EXPIRED: a@2026-11-20T12:00: lag 5m",
                "Critical MISSED: a@2026-11-20T12:00: down",
                "Critical TRADING: halted",
            ],
            Missing(last).Select(alert => $"{alert.Level} {alert.Text}"));
    }

    [Fact]
    public void WhatTheOutboxKnows_IsNotRaisedAgain_UnlessItHappenedAgain()
    {
        RunEvent[] last = [new RunEvent.Ended(At, Key, 1, 3, RunResult.Failed, NextStep.Final(FinalState.Failed), 5, null, "boom")];

        Assert.Empty(Missing(last, Alerting.Failure(1, seconds: 1, task: "a")));
        Assert.Single(Missing(last, Alerting.Failure(1, seconds: -60, task: "a")));
        Assert.Single(Missing(last, Alerting.Failure(1, seconds: 1, task: "ab")));
    }

    [Fact]
    public void Moment_IsTheJournalsEnd_NotItsHistory()
    {
        using var state = new StateFolder();
        Assert.Empty(JournalTail.Last(state.Journal, LostAlerts.Moment));
        state.Append(new Story().Run("old", At.AddMinutes(-5)).Run("late", At.AddSeconds(-4)).Events);

        Assert.Equal(
            ["late", "late", "late"],
            JournalTail.Last(state.Journal, LostAlerts.Moment).Select(what => what switch
            {
                RunEvent.Queued queued => queued.Key.Task,
                RunEvent.Started started => started.Key.Task,
                RunEvent.Ended ended => ended.Key.Task,
                _ => "?",
            }));
    }

    private static IReadOnlyList<(AlertLevel Level, string Text)> Missing(RunEvent[] last, params Alert[] known) =>
        LostAlerts.Of(last, known, Schedule.Find, () => "halted");
}
