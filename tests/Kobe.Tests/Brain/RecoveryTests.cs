using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Operation;

namespace Kobe.Tests.Brain;

/// <summary>Crashes at each step, a full disk, a disk that fails, a stop.</summary>
public sealed class RecoveryTests
{
    private const string Key = "a@2026-11-20T09:30";

    [Theory]
    // policy            effects   state          starts
    [InlineData("retry",     "keyed", "Succeeded",   2)]
    [InlineData("skip",      "keyed", "Interrupted", 1)]
    [InlineData("alert",     "keyed", "Held",        1)]
    [InlineData("reconcile", "ask",   "Succeeded",   1)]
    public void Crash_WhileItRuns_IsInDoubt_AndFollowsThePolicy(string policy, string run, string state, int starts)
    {
        var stage = Running($"a, at: '09:30', run: {run}, on_unknown: {policy}");
        stage.CrashAndBoot(TimeSpan.FromSeconds(30)).Until("2026-11-20T15:00:00Z");

        Assert.Equal(state, stage.StateOf(Key));
        Assert.Equal(starts, stage.Starts.Count);
    }

    [Fact]
    public void Crash_BeforeTheStartIsDurable_RunsItOnce()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30'").Boot().Until("2026-11-20T14:29:59.9Z");
        stage.CrashAndBoot(TimeSpan.FromSeconds(1)).Until("2026-11-20T15:00:00Z");

        Assert.Single(stage.Starts);
        Assert.Equal("Succeeded", stage.StateOf(Key));
    }

    [Fact]
    public void Crash_AfterTheEnd_RunsNothingAgain()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30'").Boot().Until("2026-11-20T14:30:02Z");
        stage.CrashAndBoot(TimeSpan.FromSeconds(1)).Until("2026-11-20T15:00:00Z");

        Assert.Single(stage.Starts);
    }

    [Fact]
    public void Doubt_IsResolved_BeforeAnythingNewStarts()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "a, at: '09:30', run: ask, on_unknown: reconcile, timeout: 60s, priority: 9",
            "b, at: '09:31', priority: 1")
        { Act = request => request.InDoubt is null ? Script.Takes(20) : Script.Says(Contracts(true)) };
        stage.Boot().Until("2026-11-20T14:30:10Z").CrashAndBoot(TimeSpan.FromMinutes(1)).Until("2026-11-20T15:00:00Z");

        Assert.Equal([$"start {Key} 1/1", $"ask {Key} 1/2", "start b@2026-11-20T09:31 1/1"], stage.Calls);
    }

    [Fact]
    public void Doubt_OfARowThatIsGone_WaitsForAPerson()
    {
        var stage = Running("a, at: '09:30', run: ask, on_unknown: reconcile");
        stage.Roster = Rows.Roster(stage.Clock.Wall, "b, at: '12:00'");
        stage.CrashAndBoot(TimeSpan.FromSeconds(30)).Until("2026-11-20T15:00:00Z");

        Assert.Equal("Held", stage.StateOf(Key));
        Assert.Contains(stage.Alerts, text => text.StartsWith("HELD: " + Key));
    }

    [Fact]
    public void Stop_WaitsForWhatRuns_AndStartsNothing()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30', timeout: 60s", "b, at: '09:30', priority: 5")
        { Act = _ => Script.Takes(20) };
        stage.Boot().Until("2026-11-20T14:30:05Z").Stop().ToEnd();

        Assert.Equal("Succeeded", stage.StateOf(Key));
        Assert.Equal("Queued", stage.StateOf("b@2026-11-20T09:30"));
        Assert.IsType<RunEvent.Stopped>(stage.Events[^1]);
        Assert.Equal(Testing.Days.Instant("2026-11-20T14:30:20Z"), stage.Clock.Wall);
    }

    [Fact]
    public void Stop_KillsWhatOutlivesTheDrain()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "a, at: '09:30', timeout: 300s, run: keyed, on_unknown: alert") { Act = _ => Script.Hangs };
        stage.Boot().Until("2026-11-20T14:30:05Z").Stop().ToEnd();

        Assert.Equal("Held", stage.StateOf(Key));
        Assert.InRange(stage.Clock.Wall, Testing.Days.Instant("2026-11-20T14:30:37Z"), Testing.Days.Instant("2026-11-20T14:30:38Z"));
    }

    [Fact]
    public void SecondSignal_SkipsTheWait()
    {
        var stage = Running("a, at: '09:30', timeout: 300s");
        stage.Stop().For(TimeSpan.FromSeconds(1)).Stop().ToEnd();

        Assert.InRange(stage.Clock.Wall, Testing.Days.Instant("2026-11-20T14:30:08Z"), Testing.Days.Instant("2026-11-20T14:30:09Z"));
    }

    [Fact]
    public void Stop_WhileAQuestionIsAsked_AsksItAgain()
    {
        var asked = 0;
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30', run: ask, on_unknown: reconcile, timeout: 60s")
        {
            Act = request => request.InDoubt is null ? Script.Dies
                : asked++ == 0 ? Script.Hangs : Script.Says(Contracts(true)),
        };
        stage.Boot().Until("2026-11-20T14:30:05Z").Stop().ToEnd();
        Assert.Equal("Reconciling", stage.StateOf(Key));

        stage.KillAndBoot(TimeSpan.FromMinutes(1)).For(TimeSpan.FromMinutes(1));
        Assert.Equal("Succeeded", stage.StateOf(Key));
    }

    [Fact]
    public void FullDisk_StartsNothing_AndGoesOnByItselfWhenThereIsRoom()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30'", "b, at: '09:40'").Boot()
            .Until("2026-11-20T14:29:00Z");
        stage.Store.Fault = operation => operation == MediumOperation.Sync ? 0 : Posix.NoSpace;
        stage.Steer(ControlVerb.Disable, "b").Until("2026-11-20T14:35:00Z");
        Assert.Empty(stage.Calls);

        stage.Store.Fault = null;
        stage.Until("2026-11-20T15:00:00Z");
        Assert.Equal("Succeeded", stage.StateOf(Key));
        Assert.Equal("Disabled", stage.StateOf("b@2026-11-20T09:40"));
    }

    [Fact]
    public void FullDisk_AtTheEnd_StopsTheLane_UntilTheEndIsWritten()
    {
        var stage = Running("a, at: '09:30', timeout: 60s", "b, at: '09:31', priority: 1");
        stage.Act = _ => Script.Ok;
        stage.Store.Fault = operation => operation == MediumOperation.Sync ? 0 : Posix.NoSpace;
        stage.Until("2026-11-20T14:35:00Z");
        Assert.Single(stage.Calls, call => call.StartsWith("start"));

        stage.Store.Fault = null;
        stage.Until("2026-11-20T15:00:00Z");
        Assert.Equal(["a", "b"], stage.Starts.Select(start => start[9..10]));
    }

    [Fact]
    public void FullDisk_DoesNotHoldUpAStop()
    {
        var stage = Running("a, at: '09:30', timeout: 60s, run: keyed, on_unknown: alert");
        stage.Store.Fault = operation => operation == MediumOperation.Sync ? 0 : Posix.NoSpace;
        stage.Stop().ToEnd();

        stage.Store.Fault = null;
        stage.KillAndBoot(TimeSpan.FromMinutes(1));
        Assert.Equal("Held", stage.StateOf(Key));
    }

    [Theory]
    [InlineData(nameof(MediumOperation.Sync))]
    [InlineData(nameof(MediumOperation.Write))]
    public void FailedDisk_EndsTheLoop_AndNothingIsCalled(string failing)
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30'").Boot().Until("2026-11-20T14:29:00Z");
        stage.Store.Fault = operation => operation.ToString() == failing ? Posix.InputOutput : 0;
        stage.ToEnd();

        Assert.Empty(stage.Calls);
        stage.Store.Fault = null;
        stage.KillAndBoot(TimeSpan.FromSeconds(5)).For(TimeSpan.FromMinutes(1));
        Assert.Single(stage.Calls);
        Assert.Equal("Succeeded", stage.StateOf(Key));
    }

    [Fact]
    public void FailedSync_AtTheEnd_EndsTheLoop_AndLeavesADoubt()
    {
        var stage = Running("a, at: '09:30', timeout: 60s, run: keyed, on_unknown: alert");
        stage.Store.Fault = operation => operation == MediumOperation.Sync ? Posix.InputOutput : 0;
        stage.ToEnd();

        stage.Store.Fault = null;
        stage.KillAndBoot(TimeSpan.FromMinutes(1));
        Assert.Equal("Held", stage.StateOf(Key));
    }

    private static Kobe.Contracts.ReconcileAnswer Contracts(bool done) =>
        done ? Kobe.Contracts.ReconcileAnswer.Done : Kobe.Contracts.ReconcileAnswer.NotDone;

    // The first attempt runs for 50 s and is 5 s old; a question is answered with done, a second attempt succeeds.
    private static BrainStage Running(params string[] rows)
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", rows);
        stage.Act = request => request.InDoubt is not null ? Script.Says(Contracts(true))
            : request.Start == 1 ? Script.Takes(50) : Script.Ok;
        return stage.Boot().Until("2026-11-20T14:30:05Z");
    }
}
