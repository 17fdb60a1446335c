using Kobe.Core.Runs;
using ReconcileAnswer = Kobe.Contracts.ReconcileAnswer;

namespace Kobe.Tests.Brain;

/// <summary>What follows the end of an attempt.</summary>
public sealed class RunEndTests
{
    private const string Key = "a@2026-11-20T09:30";

    [Fact]
    public void Failure_IsRetriedWithBackoff_ThenDiscardedWithAlert()
    {
        var stage = Run("a, at: '09:30', expires: 2h", _ => Script.Fails, "2026-11-20T16:00:00Z");

        var waits = stage.Events.OfType<RunEvent.Ended>().Where(ended => ended.Next.Kind == NextKind.QueuedAgain)
            .Select(ended => (ended.Next.At - ended.At).TotalSeconds).ToList();
        Assert.Equal(3, waits.Count);
        Assert.InRange(waits[0], 54, 66);
        Assert.InRange(waits[1], 108, 132);
        Assert.InRange(waits[2], 216, 264);
        Assert.Equal("Failed", stage.StateOf(Key));
        Assert.Contains("SCHEDULER FAILURE: a failed 4x: no luck", stage.Alerts);
        Assert.True(stage.Loop.AnythingFailed);
    }

    [Theory]
    [InlineData("a, at: '09:30', expires: 50s, retries: 3, backoff: { base: 10s, cap: 30s }", 3)]
    [InlineData("a, at: ['09:30', '09:31'], expires: 1h, backoff: { base: 20s, cap: 30s }", 3)]
    public void Retry_IsDropped_WhenItWouldPassExpiryOrNextSlot(string row, int startsMax)
    {
        var stage = Run(row, request => request.Key.ToString() == Key ? Script.Fails : Script.Ok, "2026-11-20T16:00:00Z");

        Assert.InRange(stage.Calls.Count(call => call.Contains(Key)), 2, startsMax);
        Assert.Equal("Failed", stage.StateOf(Key));
        Assert.Contains("retry would pass", stage.ReasonOf(Key));
    }

    [Fact]
    public void Retry_IsDropped_WhenTheNextSlotIsDueAlready()
    {
        var stage = Run(
            "a, at: ['09:30', '09:31'], expires: 1h, timeout: 120s, backoff: { base: 5s, cap: 5s }",
            request => request.Key.ToString() == Key ? Script.Fails with { Seconds = 70 } : Script.Ok, "2026-11-20T16:00:00Z");

        Assert.Equal("Failed", stage.StateOf(Key));
        Assert.Equal(2, stage.Starts.Count);
    }

    [Fact]
    public void FatalFailure_IsNotRetried()
    {
        var stage = Run("a, at: '09:30'", _ => Script.Fatal, "2026-11-20T16:00:00Z");

        Assert.Equal("Failed", stage.StateOf(Key));
        Assert.Single(stage.Starts);
        Assert.Contains("SCHEDULER FAILURE: a failed 1x: no hope", stage.Alerts);
    }

    [Fact]
    public void Skip_IsTheHandlersRight()
    {
        var stage = Run("a, at: '09:30'", _ => Script.Skips, "2026-11-20T16:00:00Z");

        Assert.Equal("Skipped", stage.StateOf(Key));
        Assert.Equal("nothing to do", stage.ReasonOf(Key));
    }

    [Fact]
    public void Snooze_UsesNoAttempt_AndEndsAfterTwenty()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30', expires: 12h");
        stage.Act = _ => Script.Snoozes(stage.Clock.Wall.AddMinutes(1));
        stage.Boot().Until("2026-11-20T20:00:00Z");

        Assert.Equal(21, stage.Starts.Count);
        Assert.All(stage.Calls, call => Assert.EndsWith("/1", call));
        Assert.Equal("Failed", stage.StateOf(Key));
    }

    [Fact]
    public void Snooze_NeverPassesExpiry()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30', expires: 10m");
        stage.Act = _ => Script.Snoozes(stage.Clock.Wall.AddMinutes(11));
        stage.Boot().Until("2026-11-20T20:00:00Z");

        Assert.Equal("Failed", stage.StateOf(Key));
        Assert.Single(stage.Starts);
    }

    [Theory]
    // run and policy                                  state     starts
    [InlineData("run: keyed, on_unknown: retry",       "Failed",      2)]
    [InlineData("run: keyed, on_unknown: skip",        "Interrupted", 1)]
    [InlineData("run: keyed, on_unknown: alert",       "Held",        1)]
    [InlineData("run: ask, on_unknown: reconcile",     "Held",        1)]
    public void Death_IsUnknown_AndFollowsThePolicy(string rest, string state, int starts)
    {
        var stage = Run(
            $"a, at: '09:30', retries: 1, {rest}",
            request => request.InDoubt is null ? Script.Dies : Script.Says(ReconcileAnswer.Unknown),
            "2026-11-20T16:00:00Z");

        Assert.Equal(state, stage.StateOf(Key));
        Assert.Equal(starts, stage.Starts.Count);
        Assert.True(stage.Loop.AnythingFailed);
    }

    [Theory]
    [InlineData(ReconcileAnswer.Done, "Succeeded", 1)]
    [InlineData(ReconcileAnswer.NotDone, "Succeeded", 2)]
    [InlineData(ReconcileAnswer.Unknown, "Held", 1)]
    public void Reconcile_AsksBeforeAnythingRunsAgain(ReconcileAnswer answer, string state, int starts)
    {
        var stage = Run(
            "a, at: '09:30', category: trading, kind: exit, run: order",
            request => request.InDoubt is not null ? Script.Says(answer)
                : request.Start == 1 ? Script.Dies : Script.Ok,
            "2026-11-20T16:00:00Z");

        Assert.Equal(state, stage.StateOf(Key));
        Assert.Equal(starts, stage.Starts.Count);
        Assert.Equal($"ask {Key} 1/2", stage.Calls[1]);
    }

    [Fact]
    public void TimeLimit_Cancels_ThenKills_ThenFreesTheLane()
    {
        var stage = Run(
            ["a, at: '09:30', timeout: 10s, on_unknown: skip", "b, at: '09:30', priority: 4"],
            request => request.Task == "a" ? Script.Hangs : Script.Ok, "2026-11-20T16:00:00Z");

        Assert.Equal("Interrupted", stage.StateOf(Key));
        Assert.Equal([$"start {Key} 1/1", $"cancel {Key} 1", $"kill {Key}: time limit"], stage.Calls.Take(3));
        Assert.StartsWith("14:30:12", stage.Starts[1]);
    }

    [Theory]
    [InlineData("pure", "Failed")]
    [InlineData("blind", "Held")]
    public void HeededToken_IsAFailure_ButUnknownForOrders(string run, string state)
    {
        var category = run == "blind" ? ", category: trading, kind: other" : "";
        var stage = Run(
            $"a, at: '09:30', timeout: 10s, retries: 0, run: {run}{category}",
            _ => Script.Hangs with { HeedsToken = true }, "2026-11-20T16:00:00Z");

        Assert.Equal(state, stage.StateOf(Key));
    }

    [Fact]
    public void TwoCrashesInADay_QuarantineTheTask_UntilAPersonEndsIt()
    {
        var stage = Run(
            "a, at: ['09:30', '09:40', '09:50', '10:00'], run: keyed, on_unknown: skip",
            request => request.Key.Slot is "T09:30" or "T09:40" ? Script.Dies : Script.Ok,
            "2026-11-20T14:55:00Z");

        Assert.Equal("Skipped", stage.StateOf("a@2026-11-20T09:50"));
        Assert.Equal("quarantined", stage.ReasonOf("a@2026-11-20T09:50"));
        Assert.Contains(stage.Alerts, text => text.StartsWith("QUARANTINE: a"));

        stage.Ask(new(ControlVerb.Unquarantine, "a", "ann", "mended")).Until("2026-11-20T16:00:00Z");
        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T10:00"));
    }

    [Theory]
    [InlineData(Resolution.Done, "Succeeded", 1)]
    [InlineData(Resolution.Drop, "Cancelled", 1)]
    [InlineData(Resolution.Rerun, "Succeeded", 2)]
    public void HeldRun_WaitsForAPerson(Resolution how, string state, int starts)
    {
        var stage = Run(
            "a, at: '09:30', run: keyed, on_unknown: alert",
            request => request.Start == 1 ? Script.Dies : Script.Ok, "2026-11-20T16:00:00Z");
        Assert.Equal("Held", stage.StateOf(Key));

        stage.Ask(new(ControlVerb.Resolve, Key, "ann", "looked") { How = how })
            .Until("2026-11-20T17:00:00Z");
        Assert.Equal(state, stage.StateOf(Key));
        Assert.Equal(starts, stage.Starts.Count);
    }

    private static BrainStage Run(string row, Func<Kobe.Hosting.AttemptRequest, Script> act, string until) =>
        Run([row], act, until);

    private static BrainStage Run(string[] rows, Func<Kobe.Hosting.AttemptRequest, Script> act, string until) =>
        new BrainStage("2026-11-20T14:00:00Z", rows) { Act = act }.Boot().Until(until);
}
