namespace Kobe.Tests.Brain;

/// <summary>A schedule that changes while the brain runs.</summary>
public sealed class ReloadTests
{
    private static readonly string[] Before =
        ["long, at: '09:30', timeout: 300s, priority: 1", "a, at: '09:30', expires: 2h", "b, at: '09:30', expires: 2h"];

    [Fact]
    public void Waiting_IsRemoved_WhenItsRowIsGoneOrEdited()
    {
        var stage = Busy().Reload(Before[0], "a, at: '09:31', expires: 2h").Until("2026-11-20T15:00:00Z");

        Assert.Equal("Removed", stage.StateOf("a@2026-11-20T09:30"));
        Assert.Equal("Removed", stage.StateOf("b@2026-11-20T09:30"));
        Assert.Equal("Succeeded", stage.StateOf("long@2026-11-20T09:30"));
    }

    [Fact]
    public void OtherChanges_ApplyToWhatHasNotStarted()
    {
        var stage = Busy().Reload(Before[0], "a, at: '09:30', expires: 2h, enabled: false", Before[2] + ", seasons: [FOMC_DAY]")
            .Until("2026-11-20T15:00:00Z");

        Assert.Equal("Disabled", stage.StateOf("a@2026-11-20T09:30"));
        Assert.Equal("Skipped", stage.StateOf("b@2026-11-20T09:30"));
    }

    [Fact]
    public void NothingPast_IsFired()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '12:00'").Boot().Until("2026-11-20T14:30:30Z");
        stage.Reload("a, at: '12:00'", "n, at: '09:30'").Until("2026-11-20T15:00:00Z");

        Assert.Empty(stage.Starts);
        Assert.Null(stage.StateOf("n@2026-11-20T09:30"));
    }

    [Fact]
    public void WhatIsDue_IsDecidedUnderTheOldSchedule()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30'").Boot().Until("2026-11-20T14:29:59Z");
        stage.Clock.Advance(TimeSpan.FromSeconds(2));
        stage.Reload("b, at: '12:00'").Until("2026-11-20T15:00:00Z");

        Assert.Equal("Removed", stage.StateOf("a@2026-11-20T09:30"));
    }

    [Fact]
    public void Retry_OfARowThatIsGone_IsRemoved()
    {
        var stage = Busy();
        stage.Act = _ => Script.Ok;
        stage.Reload(Before[1..]).Until("2026-11-20T15:00:00Z");

        Assert.Equal("Removed", stage.StateOf("long@2026-11-20T09:30"));
        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T09:30"));
    }

    // 'long' runs for 20 s and fails at 09:30:20; it is 09:30:05, a and b wait.
    private static BrainStage Busy()
    {
        var failed = false;
        var stage = new BrainStage("2026-11-20T14:00:00Z", Before);
        stage.Act = request =>
        {
            var fails = request.Task == "long" && !failed;
            failed |= fails;
            return fails ? Script.Fails with { Seconds = 20 } : Script.Ok;
        };
        return stage.Boot().Until("2026-11-20T14:30:05Z");
    }
}
