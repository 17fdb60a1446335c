namespace Kobe.Tests.Brain;

/// <summary>on_start rows, and the reconcile for which entries wait.</summary>
public sealed class OnStartTests
{
    private const string Entry = "entry, at: '10:05', category: trading, kind: entry, run: order";
    private const string Reconcile = "rec, on_start: true, category: trading, kind: reconcile, run: order";

    [Fact]
    public void OnStart_RunsBeforeAnythingElse_OnceEachBoot()
    {
        var stage = new BrainStage("2026-11-20T14:29:50Z", "s, on_start: true, timeout: 60s, priority: 9", "a, at: '09:30'")
        { Act = request => Script.Takes(request.Task == "s" ? 20 : 1) };
        stage.Boot().For(TimeSpan.FromMinutes(5)).KillAndBoot(TimeSpan.FromSeconds(5)).For(TimeSpan.FromMinutes(5));

        Assert.Equal(
            ["14:29:50 s@2026-11-20/boot-1", "14:30:10 a@2026-11-20T09:30", "14:34:55 s@2026-11-20/boot-2"], stage.Starts);
    }

    [Fact]
    public void OnStart_HasOneAttempt()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "s, on_start: true") { Act = _ => Script.Fails };
        stage.Boot().For(TimeSpan.FromHours(1));

        Assert.Single(stage.Starts);
        Assert.Equal("Failed", stage.StateOf("s@2026-11-20/boot-1"));
    }

    [Fact]
    public void OnStart_HasAMinuteForAll()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "s, on_start: true, timeout: 300s, on_unknown: skip", "t, on_start: true", "a, at: '09:00'")
        { Act = request => request.Task == "s" ? Script.Hangs : Script.Ok };
        stage.Boot().For(TimeSpan.FromMinutes(5));

        Assert.Equal("Interrupted", stage.StateOf("s@2026-11-20/boot-1"));
        Assert.Equal("Skipped", stage.StateOf("t@2026-11-20/boot-1"));
        Assert.Contains("kill s@2026-11-20/boot-1: time limit", stage.Calls);
    }

    [Fact]
    public void Entries_WaitForTheReconcile_WhichGoesOnTrying()
    {
        var stage = new BrainStage("2026-11-20T15:00:00Z", Entry.Replace("10:05", "10:01"), Entry.Replace("entry, at", "late, at"), Reconcile);
        stage.Act = request => request.Task == "rec" && stage.Clock.Wall < Testing.Days.Instant("2026-11-20T15:02:00Z")
            ? Script.Fails : Script.Ok;
        stage.Boot().For(TimeSpan.FromHours(1));

        Assert.Equal("Skipped", stage.StateOf("entry@2026-11-20T10:01"));
        Assert.Equal("reconcile at start has not succeeded", stage.ReasonOf("entry@2026-11-20T10:01"));
        Assert.Equal("Succeeded", stage.StateOf("late@2026-11-20T10:05"));
        Assert.True(stage.Calls.Count(call => call.Contains("rec@")) >= 3);
    }

    [Fact]
    public void Reconcile_OutlastsItsUsualExpiryAndRetries()
    {
        var stage = new BrainStage("2026-11-20T15:00:00Z", Reconcile) { Act = _ => Script.Fails };
        stage.Boot().For(TimeSpan.FromDays(2));

        Assert.Equal("Queued", stage.StateOf("rec@2026-11-20/boot-1"));
        Assert.NotNull(stage.Loop.State.Gate().EntriesBlocked);
    }

    [Fact]
    public void OldStart_IsNotRunAgain()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "s, on_start: true, timeout: 50s, run: keyed, on_unknown: retry")
        { Act = _ => Script.Takes(30) };
        stage.Boot().For(TimeSpan.FromSeconds(10)).CrashAndBoot(TimeSpan.FromSeconds(5)).For(TimeSpan.FromHours(1));

        Assert.Equal("Coalesced", stage.StateOf("s@2026-11-20/boot-1"));
        Assert.Equal("Succeeded", stage.StateOf("s@2026-11-20/boot-2"));
    }
}
