namespace Kobe.Tests.Brain;

/// <summary>Pre-emption and whenever.</summary>
public sealed class LaneTests
{
    private const string Critical = "c, at: '09:31', priority: 1";

    [Theory]
    // row of what runs                        gives way
    [InlineData("run: pure",                    true)]
    [InlineData("run: keyed, on_unknown: retry", true)]
    [InlineData("run: ask, on_unknown: reconcile, preemptible: false", false)]
    [InlineData("run: pure, preemptible: false", false)]
    [InlineData("run: pure, priority: 1",       false)]
    public void Critical_StartsWithinTwoSeconds_WhereWhatRunsMayGiveWay(string rest, bool givesWay)
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", $"a, at: '09:30', timeout: 300s, {rest}", Critical)
        { Act = request => Script.Takes(request.Task == "a" ? 120 : 1) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        var start = stage.Starts.Single(text => text.Contains("c@"));
        Assert.Equal(givesWay, string.CompareOrdinal(start, "14:31:02") < 0);
        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T09:30"));
        Assert.All(stage.Calls.Where(call => call.StartsWith("start a@")), call => Assert.EndsWith("/1", call));
    }

    [Fact]
    public void Preempted_GivesWayThreeTimes_ThenNoMore()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "a, at: '09:30', timeout: 300s", "c, every: 1m, from: '09:31', to: '09:40', priority: 1")
        { Act = request => Script.Takes(request.Task == "a" ? 200 : 1) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal(4, stage.Starts.Count(start => start.Contains("a@")));
        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T09:30"));
    }

    [Fact]
    public void Preemption_ThatEndsInTime_IsASuccess()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30', timeout: 300s", Critical)
        { Act = request => Script.Takes(request.Task == "a" ? 60.3 : 1) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.Single(stage.Starts, start => start.Contains("a@"));
    }

    // A simulated year found it: what is killed for its limit had two seconds, and the critical one waited them out.
    [Fact]
    public void Critical_WaitsForWhatReachedItsLimit_NoLongerThanForWhatGivesWay()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "a, at: '09:30', timeout: 60s, retries: 0", Critical)
        { Act = request => Script.Takes(request.Task == "a" ? 300 : 1) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.StartsWith("14:31:00", stage.Starts.Single(start => start.Contains("c@")));
        Assert.Equal("Failed", stage.StateOf("a@2026-11-20T09:30"));
    }

    [Fact]
    public void Whenever_CoolsDownFromItsEnd_AndDoublesAfterAFailure()
    {
        var fails = true;
        var stage = new BrainStage("2026-11-20T14:00:00Z", "w, whenever: { cooldown: 10m }, retries: 0");
        stage.Act = _ => fails ? Script.Fails : Script.Ok;
        stage.Boot().Until("2026-11-20T15:15:00Z");

        // 14:00:00, then 20 min, 40 min; then 80.
        Assert.Equal(
            ["14:00:00 w@2026-11-20/w1", "14:20:01 w@2026-11-20/w2", "15:00:02 w@2026-11-20/w3"], stage.Starts);
        fails = false;
        stage.Until("2026-11-20T17:00:00Z");
        Assert.Equal(["16:20:03", "16:30:04", "16:40:05", "16:50:06"], stage.Starts.Skip(3).Select(start => start[..8]));
    }

    [Fact]
    public void Whenever_LeavesRoomForWhatIsDue_UnlessItGivesWay()
    {
        var rows = new[] { "a, every: 1m", "w, whenever: { cooldown: 1h }, timeout: 120s, preemptible: false" };
        var stage = new BrainStage("2026-11-20T14:00:10Z", rows).Boot().For(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain(stage.Starts, start => start.Contains("w@"));

        rows[1] = rows[1].Replace("preemptible: false", "preemptible: true");
        stage = new BrainStage("2026-11-20T14:00:10Z", rows).Boot().For(TimeSpan.FromMinutes(10));
        Assert.Contains(stage.Starts, start => start.Contains("w@"));
    }

    [Fact]
    public void Whenever_TakesTheOneIdleLongest_WhoseFiltersMatch()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "u, whenever: { cooldown: 1m }, phases: [LUNCH]", "v, whenever: { cooldown: 1m }",
            "w, whenever: { cooldown: 1m }").Boot().For(TimeSpan.FromSeconds(130));

        Assert.Equal(["v", "w", "v", "w", "v", "w"], stage.Starts.Select(start => start[9..10]));
    }
}
