using Kobe.Core.Runs;
using Kobe.Testing;

namespace Kobe.Core.Tests.Runs;

public class LedgerTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 14, 35, 0, TimeSpan.Zero);
    private static readonly OccurrenceKey Key = OccurrenceKey.Parse("backup@2026-11-20T09:35");
    private static readonly OccurrenceKey Other = Key with { Slot = "T10:35" };

    private static RunEvent.Queued Queued => new(At, Key, At, At.AddHours(1), 3);

    private static RunEvent.Started Started => new(At, Key, 1, 1);

    private static RunEvent.Ended Again => End(RunResult.Failed, NextStep.QueuedAgain(At.AddMinutes(1)));

    private static RunEvent.Ended Done => End(RunResult.Succeeded, NextStep.Final(FinalState.Succeeded));

    private static RunEvent.Ended Lost => End(RunResult.Unknown, NextStep.Reconcile);

    // What cannot follow, each with what went before: the left column is a journal that no brain wrote.
    public static TheoryData<string, RunEvent[], RunEvent> Impossible => new()
    {
        { "start of an unknown key", [], Started },
        { "second start under one number", [Queued, Started, Again], Started with { Attempt = 2 } },
        { "start number left out", [Queued, Started, Again], Started with { Start = 3, Attempt = 2 } },
        { "attempt number repeated", [Queued, Started, Again], Started with { Start = 2 } },
        { "start while running", [Queued, Started], Started with { Start = 2, Attempt = 2 } },
        { "start while another runs",
            [Queued, Queued with { Key = Other }, Started], Started with { Key = Other } },
        { "start of a final one", [Queued, Started, Done], Started with { Start = 2, Attempt = 2 } },
        { "end without start", [Queued], Done },
        { "end of another start", [Queued, Started], Done with { Start = 2 } },
        { "end of another attempt", [Queued, Started], Done with { Attempt = 2 } },
        { "second end", [Queued, Started, Done], Done },
        { "success that is queued again", [Queued, Started],
            End(RunResult.Succeeded, NextStep.QueuedAgain(At)) },
        { "failure that succeeds", [Queued, Started], End(RunResult.Failed, NextStep.Final(FinalState.Succeeded)) },
        { "failure that is held", [Queued, Started], End(RunResult.Failed, NextStep.Held) },
        { "queued twice", [Queued], Queued },
        { "queued after its end", [Queued, Started, Done], Queued },
        { "queued after it was closed", [Closed(FinalState.Missed)], Queued },
        { "closed twice", [Closed(FinalState.Missed)], Closed(FinalState.Skipped) },
        { "closed while running", [Queued, Started], Closed(FinalState.Expired) },
        { "closed as succeeded", [Queued], Closed(FinalState.Succeeded) },
        { "reconciled without doubt", [Queued, Started],
            new RunEvent.Reconciled(At, Key, 1, ReconcileAnswer.Done, NextStep.Final(FinalState.Succeeded)) },
        { "not done, and yet succeeded", [Queued, Started, Lost],
            new RunEvent.Reconciled(At, Key, 1, ReconcileAnswer.NotDone, NextStep.Final(FinalState.Succeeded)) },
        { "resolved without being held", [Queued], new RunEvent.Resolved(At, Key, Resolution.Done, "ann", "") },
        { "watermark goes back", [new RunEvent.Planned(At, At)], new RunEvent.Planned(At, At.AddTicks(-1)) },
        { "boot left out", [], new RunEvent.Booted(At, 2, "", 1) },
        { "epoch left out", [], new RunEvent.ClockStepped(At, ClockStep.Back, default, 2) },
        { "key that cannot be read back", [], Queued with { Key = Key with { Slot = "9:35" } } },
        { "priority 0", [], Queued with { Priority = 0 } },
    };

    [Fact]
    public void Recall_LeavesAsideWhatIsNotAnOpenRunOfThisLedger()
    {
        var ledger = new Ledger();
        ledger.Apply(1, Queued);
        ledger.Apply(2, Queued with { Key = Other });
        var twin = ledger.Clone().Find(Key)!;
        var over = ledger.Find(Key)!;
        ledger.Apply(3, Started);
        ledger.Apply(4, Done);

        ledger.Recall(over);
        ledger.Recall(twin);

        Assert.NotSame(twin, ledger.Find(Key));
        Assert.Equal(RunState.Final, ledger.Find(Key)?.State);
        ledger.Recall(ledger.Find(Other)!);
        ledger.Apply(5, Started with { Key = Other });
        Assert.Equal(Other, ledger.Running?.Key);
        Assert.Equal(2, ledger.StartedOf(Key.Task, Key.Date));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Apply_Refuses(string what, RunEvent[] before, RunEvent impossible)
    {
        var ledger = Histories.Fold(before);

        var refused = Assert.Throws<LedgerException>(() => ledger.Apply(ledger.Seq + 1, impossible));

        Assert.True(refused.Message.Length > 30, what);
        Assert.Equal(before.Length, ledger.Seq);
    }

    [Fact]
    public void Apply_RefusesAGapInTheNumbers() =>
        Assert.Throws<LedgerException>(() => new Ledger().Apply(2, Queued));

    [Fact]
    public void Run_CountsStartsAttemptsSnoozesAndPreemptions()
    {
        var ledger = Histories.Fold([
            Queued,
            Started, Again,
            new RunEvent.Started(At, Key, 2, 2),
            End(RunResult.Snoozed, NextStep.QueuedAgain(At)) with { Start = 2, Attempt = 2 },
            new RunEvent.Started(At, Key, 3, 2),
            End(RunResult.Preempted, NextStep.QueuedAgain(At)) with { Start = 3, Attempt = 2 },
        ]);

        var run = ledger.Find(Key)!;
        Assert.Equal(RunState.Queued, run.State);
        Assert.Equal((3, 1, 1, 1), (run.Starts, run.Attempts, run.Snoozes, run.Preemptions));
        Assert.Equal(At, run.RetryAt);
        Assert.Equal(2, run.Attempt);
    }

    [Fact]
    public void FinalRun_KeepsWhatItCameTo_InTheLedgerAndInCopiesOfIt()
    {
        var ended = At.AddMinutes(7);
        var ledger = Histories.Fold([
            Queued,
            Started, End(RunResult.Snoozed, NextStep.QueuedAgain(At)),
            new RunEvent.Started(At, Key, 2, 1),
            End(RunResult.Failed, NextStep.Final(FinalState.Failed)) with { At = ended, Start = 2 },
            Queued with { Key = Other },
        ]);

        // Another key between: what is asked for last is remembered.
        foreach (var copy in (Ledger[])[ledger, ledger.Clone(), Ledger.Restore(ledger.Snapshot())])
        {
            Assert.Equal(RunState.Queued, copy.Find(Other)!.State);
            var run = copy.Find(Key)!;
            Assert.Equal((Key, At, RunState.Final, FinalState.Failed, ended, 2, 1),
                (run.Key, run.Due, run.State, run.Final, run.Since, run.Starts, run.Attempts));
            Assert.Equal([Key, Other], copy.RunsOf(Key.Task, Key.Date).Select(known => known.Key));
            Assert.Equal(1, copy.Count(Key.Task, Key.Date).Finals[(int)FinalState.Failed]);
        }
    }

    [Fact]
    public void Crash_LeavesTheStartedRunInDoubt()
    {
        var ledger = Histories.Fold([Queued, Started, new RunEvent.Booted(At, 1, "", 1)]);

        Assert.Equal(Key, ledger.Running?.Key);
        Assert.False(ledger.StoppedInOrder);
    }

    [Fact]
    public void Reconcile_HoldsUntilAPersonResolves()
    {
        RunEvent[] held = [Queued, Started, Lost,
            new RunEvent.Reconciled(At, Key, 1, ReconcileAnswer.Unknown, NextStep.Held)];

        Assert.Equal((0, 1), (Histories.Fold(held).Count(Key.Date).Pending, Histories.Fold(held).Count(Key.Date).Held));
        Assert.Equal(FinalState.Succeeded, Resolve(Resolution.Done).Final);
        Assert.Equal(FinalState.Cancelled, Resolve(Resolution.Drop).Final);
        Assert.Equal(RunState.Queued, Resolve(Resolution.Rerun).State);
        Assert.Equal(At.AddDays(1), Resolve(Resolution.Rerun).Expires);

        Run Resolve(Resolution how) =>
            Histories.Fold([.. held, new RunEvent.Resolved(At, Key, how, "ann", "saw it", At.AddDays(1))]).Find(Key)!;
    }

    [Fact]
    public void Claim_IsTheFirstThatStarted()
    {
        var ledger = Histories.Fold([
            Queued, Queued with { Key = Other }, Started with { Key = Other }, Done with { Key = Other }, Started]);

        Assert.Equal(Other, ledger.ClaimOf("backup", Key.Date));
        Assert.Equal(2, ledger.StartedOf("backup", Key.Date));
        Assert.Null(ledger.ClaimOf("backup", Key.Date.AddDays(1)));
    }

    [Fact]
    public void Task_KnowsItsCrashesOfADay()
    {
        var ledger = new Ledger();
        foreach (var (hours, start) in new[] { (0, 1), (1, 2), (25, 3) })
        {
            if (start == 1)
            {
                ledger.Apply(ledger.Seq + 1, Queued);
            }

            ledger.Apply(ledger.Seq + 1, new RunEvent.Started(At.AddHours(hours), Key, start, start));
            ledger.Apply(ledger.Seq + 1, End(RunResult.Unknown, NextStep.QueuedAgain(At)) with
            {
                At = At.AddHours(hours), Start = start, Attempt = start, Crashed = true,
            });
        }

        var task = ledger.TaskOf("backup")!;
        Assert.Equal(1, task.CrashesBy(At.AddHours(25)));
        Assert.Equal(0, task.CrashesBy(At.AddHours(49)));
        ledger.Apply(ledger.Seq + 1, new RunEvent.Quarantined(At, "backup", "crashes"));
        Assert.NotNull(task.Quarantine);
        ledger.Apply(ledger.Seq + 1, new RunEvent.Unquarantined(At, "backup", "ann", "mended"));
        Assert.Null(task.Quarantine);
        Assert.Empty(task.Crashes);
    }

    [Fact]
    public void Task_CountsFailuresUntilItSucceeds()
    {
        var ledger = Histories.Fold([Queued, Started, End(RunResult.Fatal, NextStep.Final(FinalState.Failed))]);
        var task = ledger.TaskOf("backup")!;
        Assert.Equal((1, FinalState.Failed, At), (task.Failures, task.LastFinal!.Value, task.LastEndedAt!.Value));

        RunEvent[] success = [Queued with { Key = Other }, Started with { Key = Other }, Done with { Key = Other }];
        foreach (var what in success)
        {
            ledger.Apply(ledger.Seq + 1, what);
        }

        Assert.Equal(0, task.Failures);
    }

    [Fact]
    public void Pause_EndsByItself()
    {
        var ledger = Histories.Fold(
            [new RunEvent.Control(At, ControlVerb.Pause, "all", "ann", "lunch", At.AddHours(1))]);

        Assert.True(ledger.Controls.PauseAt(At)!.All);
        Assert.Null(ledger.Controls.PauseAt(At.AddHours(1)));
    }

    [Fact]
    public void Halt_TakesBackTheApprovalOfExits()
    {
        Assert.Equal((TradingState.HALTED, true), After(ControlVerb.Halt, ControlVerb.ApproveExits));
        Assert.Equal((TradingState.HALTED, false), After(ControlVerb.Halt, ControlVerb.ApproveExits, ControlVerb.Halt));
        Assert.Equal((TradingState.ACTIVE, false), After(ControlVerb.ApproveExits));
        Assert.Equal(
            (TradingState.REDUCING, false), After(ControlVerb.Halt, ControlVerb.ApproveExits, ControlVerb.Reduce));

        static (TradingState, bool) After(params ControlVerb[] verbs)
        {
            var controls = Histories.Fold(verbs.Select(verb => Control(verb, ""))).Controls;
            return (controls.Trading, controls.ExitsApproved);
        }
    }

    [Fact]
    public void StepBack_BlocksUntilConfirmedOrPassed()
    {
        RunEvent[] behind = [new RunEvent.Planned(At, At),
            new RunEvent.ClockStepped(At.AddHours(-1), ClockStep.Back, TimeSpan.FromHours(1), 1)];

        var ledger = Histories.Fold(behind);
        Assert.True(ledger.ClockBehind);
        Assert.Equal((At.AddHours(-1), At, 1), (ledger.Watermark!.Value, ledger.WatermarkHigh!.Value, ledger.Epoch));
        Assert.False(Histories.Fold([.. behind, new RunEvent.Planned(At, At.AddMinutes(1))]).ClockBehind);
        Assert.False(Histories.Fold([.. behind, Control(ControlVerb.ConfirmClock, "")]).ClockBehind);
    }

    [Fact]
    public void Bulk_IsCountedOnce()
    {
        var missed = new RunEvent.BulkMissed(At, "backup", Key.Date, 7, At, "down");
        var ledger = Histories.Fold([missed]);

        Assert.NotNull(ledger.Refusal(missed));
        Assert.Null(ledger.Refusal(missed with { Through = At.AddHours(1) }));
        Assert.Equal(At, ledger.BulkThrough("backup", Key.Date));
        Assert.Equal(7, ledger.Count(Key.Date)[FinalState.Missed]);
        Assert.Equal(7, ledger.Count("backup", Key.Date).Planned);
    }

    [Fact]
    public void Disabled_IsRemembered()
    {
        Assert.NotNull(Histories.Fold([Control(ControlVerb.Disable, "backup")]).TaskOf("backup")!.Disabled);
        Assert.Null(Histories.Fold([Control(ControlVerb.Disable, "backup"), Control(ControlVerb.Enable, "backup")])
            .TaskOf("backup")!.Disabled);
    }

    private static RunEvent.Control Control(ControlVerb verb, string subject) => new(At, verb, subject, "ann", "why");

    private static RunEvent.Closed Closed(FinalState state) => new(At, Key, At, state, "down");

    private static RunEvent.Ended End(RunResult result, NextStep next) => new(At, Key, 1, 1, result, next, 5);
}
