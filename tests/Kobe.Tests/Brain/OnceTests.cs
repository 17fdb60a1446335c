using Kobe.Brain;
using Kobe.Core.Runs;

namespace Kobe.Tests.Brain;

/// <summary>A single cycle: on_start, all that is due, one whenever row, the end.</summary>
public sealed class OnceTests
{
    [Fact]
    public void Cycle_RunsOnStart_WhatIsDue_OneWhenever_ThenEnds()
    {
        var stage = Once(
            "a, at: '09:30'", "s, on_start: true", "w, whenever: { cooldown: 1m }", "v, whenever: { cooldown: 1m }",
            "later, at: '15:00'");

        Assert.Equal(["s", "a", "v"], stage.Starts.Select(start => start[9..10]));
        Assert.IsType<RunEvent.Stopped>(stage.Events[^1]);
        Assert.False(stage.Loop.AnythingFailed);
    }

    [Fact]
    public void Cycle_WaitsForNoBackoff_AndTellsOfTheFailure()
    {
        var stage = Once(_ => Script.Fails, "a, at: '09:30'", "b, at: '09:31', retries: 0");

        Assert.Equal(2, stage.Starts.Count);
        Assert.Equal("Queued", stage.StateOf("a@2026-11-20T09:30"));
        Assert.Equal("Failed", stage.StateOf("b@2026-11-20T09:31"));
        Assert.True(stage.Loop.AnythingFailed);
    }

    [Fact]
    public void Cycle_IgnoresTheStartLimit()
    {
        var stage = Once([.. Enumerable.Range(0, 9).Select(i => $"m{i}, at: '09:1{i}', grace: 1m")]);

        Assert.Equal(9, stage.Starts.Count);
        Assert.All(stage.Starts, start => Assert.StartsWith("15:00:0", start));
    }

    [Fact]
    public void Cycle_WithNothingDue_EndsAtOnce()
    {
        var stage = new BrainStage("2026-11-20T15:00:00Z", "a, at: '09:30'") { Settings = Setting }.Boot().ToEnd();

        Assert.Empty(stage.Starts);
    }

    [Fact]
    public void Cycle_PlansOnce_WhateverFallsDueMeanwhile()
    {
        var stage = Once(_ => Script.Takes(100), "a, at: '09:30', timeout: 120s", "b, at: '10:01', timeout: 120s");

        Assert.Single(stage.Starts);
    }

    [Fact]
    public void Cycle_LeavesWhatIsPaused()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30'").Boot().For(TimeSpan.FromSeconds(1));
        stage.Steer(ControlVerb.Pause).For(TimeSpan.FromSeconds(1));
        stage.Settings = Setting;
        stage.KillAndBoot(TimeSpan.FromHours(1)).ToEnd();

        Assert.Empty(stage.Starts);
    }

    private static BrainSettings Setting => new() { Version = "0", Pid = 1, Once = true };

    private static BrainStage Once(params string[] rows) => Once(_ => Script.Ok, rows);

    // A first start at 14:00, then a single cycle at 15:00.
    private static BrainStage Once(Func<Kobe.Hosting.AttemptRequest, Script> act, params string[] rows)
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", rows) { Settings = Setting with { OnStart = false } };
        stage.Roster = Rows.Roster(stage.Clock.Wall);
        stage.Boot().ToEnd();
        stage.Events.Clear();
        stage.Clock.Advance(Testing.Days.Instant("2026-11-20T15:00:00Z") - stage.Clock.Wall);
        stage.Roster = Rows.Roster(Testing.Days.Instant("2026-11-20T14:00:00Z"), rows);
        stage.Settings = Setting;
        stage.Act = act;
        return stage.Boot().ToEnd();
    }
}
