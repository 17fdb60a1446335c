namespace Kobe.Tests.Brain;

/// <summary>From due to a start, in order. 2026-11-20 is a Friday with a session; New York is UTC−5.</summary>
public sealed class DueTests
{
    [Fact]
    public void Loop_StartsRow_AtItsInstant()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:35'").Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal(["14:35:00 a@2026-11-20T09:35"], stage.Starts);
        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T09:35"));
    }

    [Fact]
    public void Loop_PlansNothingPast_AtTheFirstStart()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '08:59'").Boot().Until("2026-11-20T16:00:00Z");

        Assert.Empty(stage.Starts);
        Assert.Null(stage.StateOf("a@2026-11-20T08:59"));
    }

    [Fact]
    public void Loop_RunsOneAtATime_MostImportantFirst()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z",
            "a, at: '09:35', priority: 5", "b, at: '09:35', priority: 1", "c, at: '09:35', priority: 3",
            "d, at: '09:35', priority: 3, expires: 10m") { Act = _ => Script.Takes(10) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal(
            ["14:35:00 b@2026-11-20T09:35", "14:35:10 d@2026-11-20T09:35",
             "14:35:20 c@2026-11-20T09:35", "14:35:30 a@2026-11-20T09:35"],
            stage.Starts);
    }

    [Fact]
    public void Waiting_RaisesPriority_OneStepAnAgeing_NeverAboveTwo()
    {
        // The long one holds the lane for 25 min; z has waited that long and is 10 − 25 = 2 by then, y is 3.
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z",
            "long, at: '09:30', timeout: 300s, priority: 2, preemptible: false",
            "z, at: '09:30', priority: 10, ageing: 30s", "y, at: '09:34', priority: 3, ageing: off",
            "x, at: '09:34', priority: 1")
        { Act = request => Script.Takes(request.Task == "long" ? 290 : 1) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal(["long", "x", "z", "y"], stage.Starts.Select(start => start[9..start.IndexOf('@')]));
    }

    [Fact]
    public void Older_IsCoalesced_WhenANewerFallsDue()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "long, at: '09:30', timeout: 300s, priority: 1", "m, every: 1m, from: '09:30', to: '09:34'")
        { Act = request => Script.Takes(request.Task == "long" ? 200 : 1) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal("Coalesced", stage.StateOf("m@2026-11-20/0"));
        Assert.Equal("Coalesced", stage.StateOf("m@2026-11-20/2"));
        Assert.Equal(["14:30:00 long@2026-11-20T09:30", "14:33:20 m@2026-11-20/3"], stage.Starts);
    }

    [Fact]
    public void Older_GoesOnWaiting_WhenTheRowQueues()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "long, at: '09:30', timeout: 300s, priority: 1",
            "m, every: 1m, from: '09:30', to: '09:33', overlap: queue, expires: 1h")
        { Act = request => Script.Takes(request.Task == "long" ? 200 : 1) };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal(4, stage.Starts.Count);
    }

    [Fact]
    public void WaitingRetry_IsCoalesced_WhenANewerFallsDue()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "m, at: ['09:30', '09:32'], backoff: { base: 110s, cap: 1h }")
        { Act = request => request.Start == 1 && request.Key.Slot == "T09:30" ? Script.Fails with { Seconds = 1 } : Script.Ok };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        // 110 s ± 10 % after 09:30:01 is before 09:32:01: where it fits it runs, else it gives way.
        Assert.Contains(stage.StateOf("m@2026-11-20T09:30"), (string[])["Succeeded", "Failed", "Coalesced"]);
        Assert.Equal("Succeeded", stage.StateOf("m@2026-11-20T09:32"));
    }
}
