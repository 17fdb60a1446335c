using Kobe.Core.Runs;

namespace Kobe.Tests.Brain;

/// <summary>Pause, trading state, filters, after, needs, disable, cancel, trigger.</summary>
public sealed class GateTests
{
    private const string Rows4 =
        "entry:10:05:entry:order exit:10:05:exit:order check:10:05::pure mon:10:05::pure";

    [Theory]
    // control                 entry       exit         check        mon
    [InlineData("none",        "Succeeded", "Succeeded", "Succeeded", "Succeeded")]
    [InlineData("pause",       "Skipped",   "Succeeded", "Skipped",   "Succeeded")]
    [InlineData("pause all",   "Skipped",   "Skipped",   "Skipped",   "Skipped")]
    [InlineData("reduce",      "Skipped",   "Succeeded", "Succeeded", "Succeeded")]
    [InlineData("halt",        "Skipped",   "Skipped",   "Succeeded", "Succeeded")]
    [InlineData("halt+exits",  "Skipped",   "Succeeded", "Succeeded", "Succeeded")]
    public void Controls_ForbidByKind(string control, string entry, string exit, string check, string mon)
    {
        var stage = new BrainStage("2026-11-20T15:00:00Z", Kinds).Boot();
        Steer(stage, control);
        stage.Until("2026-11-20T16:00:00Z");

        Assert.Equal(
            [entry, exit, check, mon],
            ((string[])["entry", "exit", "check", "mon"]).Select(id => stage.StateOf($"{id}@2026-11-20T10:05")));
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("halt")]
    public void Controls_OutliveACrash(string control)
    {
        var stage = new BrainStage("2026-11-20T15:00:00Z", Kinds).Boot();
        Steer(stage, control);
        stage.For(TimeSpan.FromSeconds(1)).CrashAndBoot(TimeSpan.FromSeconds(1)).Until("2026-11-20T16:00:00Z");

        Assert.Equal("Skipped", stage.StateOf("entry@2026-11-20T10:05"));
    }

    [Fact]
    public void Queued_WaitsThroughAPause_ThatEndsByItself()
    {
        var stage = new BrainStage(
            "2026-11-20T15:00:00Z", "long, at: '10:05', timeout: 60s, priority: 1", "a, at: '10:05', expires: 1h")
        { Act = request => Script.Takes(request.Task == "long" ? 30 : 1) };
        stage.Boot().Until("2026-11-20T15:05:10Z");
        stage.Steer(ControlVerb.Pause, until: "2026-11-20T15:20:00Z").Until("2026-11-20T16:00:00Z");

        Assert.Equal("15:20:00 a@2026-11-20T10:05", stage.Starts[1]);
    }

    [Fact]
    public void Resume_LetsGoWhatWaits()
    {
        var stage = new BrainStage(
            "2026-11-20T15:00:00Z", "long, at: '10:05', timeout: 60s, priority: 1", "a, at: '10:05', expires: 1h")
        { Act = request => Script.Takes(request.Task == "long" ? 30 : 1) };
        stage.Boot().Until("2026-11-20T15:05:10Z");
        stage.Steer(ControlVerb.Pause).Until("2026-11-20T15:30:00Z");
        Assert.Single(stage.Starts);

        stage.Steer(ControlVerb.Resume).For(TimeSpan.FromMinutes(1));
        Assert.Equal("15:30:00 a@2026-11-20T10:05", stage.Starts[1]);
    }

    [Theory]
        [InlineData("phases: [MORNING]", "Succeeded")]
        [InlineData("seasons: [FOMC_DAY]", "Skipped")]
    public void Filters_AreAskedWhenItFallsDue(string filter, string state)
    {
        var stage = new BrainStage("2026-11-20T15:00:00Z", $"a, at: '10:05', {filter}").Boot().Until("2026-11-20T16:00:00Z");

        Assert.Equal(state, stage.StateOf("a@2026-11-20T10:05"));
    }

    [Fact]
    public void Filters_AreAskedAgainAtTheStart()
    {
        // MORNING ends at 11:30; the lane is busy until 11:33.
        var stage = new BrainStage(
            "2026-11-20T16:00:00Z", "long, at: '11:29', timeout: 300s, priority: 1",
            "a, at: '11:29', phases: [MORNING], expires: 1h")
        { Act = request => Script.Takes(request.Task == "long" ? 240 : 1) };
        stage.Boot().Until("2026-11-20T17:00:00Z");

        Assert.Equal("Skipped", stage.StateOf("a@2026-11-20T11:29"));
        Assert.StartsWith("filter: phase is LUNCH", stage.ReasonOf("a@2026-11-20T11:29"));
    }

    [Fact]
    public void Closing_SkipsWhatWouldHaveBeen()
    {
        var stage = new BrainStage("2026-11-26T14:00:00Z", "a, at: '09:35', on: trading-days").Boot().Until("2026-11-26T15:00:00Z");

        Assert.Equal("Skipped", stage.StateOf("a@2026-11-26T09:35"));
        Assert.Equal("calendar", stage.ReasonOf("a@2026-11-26T09:35"));
    }

    [Theory]
    // how a ends                             end      b
    [InlineData("Succeeded", "success", "Succeeded")]
    [InlineData("Fatal",     "success", "Skipped")]
    [InlineData("Fatal",     "any",     "Succeeded")]
    [InlineData("Skipped",   "success", "Skipped")]
    public void After_WaitsForTheOther_AndForHowItEnds(string outcome, string end, string state)
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "a, at: '09:30', priority: 5",
            $"b, at: '09:30', priority: 2, after: [{{ task: a, end: {end} }}]")
        { Act = request => request.Task == "a" ? new Script(Enum.Parse<Kobe.Hosting.AttemptOutcome>(outcome), 30) : Script.Ok };
        stage.Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal(state, stage.StateOf("b@2026-11-20T09:30"));
        Assert.All(stage.Starts.Skip(1), start => Assert.StartsWith("14:30:30", start));
    }

    [Fact]
    public void After_IsLetGo_WhenTheOtherEndsWithoutAStart()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "long, at: '09:30', timeout: 300s, priority: 1",
            "a, at: '09:30', priority: 5, expires: 1m", "b, at: '09:30', priority: 2, after: [a], expires: 1h")
        { Act = request => Script.Takes(request.Task == "long" ? 200 : 1) };
        stage.Boot().Until("2026-11-20T14:40:00Z");

        Assert.Equal("Expired", stage.StateOf("a@2026-11-20T09:30"));
        Assert.Equal("Skipped", stage.StateOf("b@2026-11-20T09:30"));
        Assert.StartsWith("after: a ended Expired", stage.ReasonOf("b@2026-11-20T09:30"));
    }

    [Fact]
    public void After_IsLetGo_WhenTheOtherWaitedInVain()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "pull, at: '18:00', run: pull",
            "a, at: '09:30', priority: 2, needs: [bars.daily], expires: 10m", "b, at: '09:30', after: [a], expires: 1h");
        stage.Boot().Until("2026-11-20T14:41:00Z");

        Assert.Equal("Skipped", stage.StateOf("b@2026-11-20T09:30"));
        Assert.Equal("after: a ended Skipped", stage.ReasonOf("b@2026-11-20T09:30"));
    }

    [Fact]
    public void After_NothingThatDay_IsSatisfied()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "a, at: '12:00'", "b, at: '09:30', after: [a]").Boot().Until("2026-11-20T15:00:00Z");

        Assert.Equal("Succeeded", stage.StateOf("b@2026-11-20T09:30"));
    }

    [Fact]
    public void Need_WaitsForAFreshFact_AndThatWaitIsNotLateness()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "pull, at: '10:10', run: pull",
            "a, at: '10:05', category: trading, kind: entry, run: order, needs: ['bars.daily < 20h']")
        { Act = request => request.Task == "pull" ? Script.Publishes("bars.daily", "1") : Script.Ok };
        stage.Boot().Until("2026-11-20T16:00:00Z");

        Assert.Equal(["15:10:00 pull@2026-11-20T10:10", "15:10:01 a@2026-11-20T10:05"], stage.Starts);
    }

    [Fact]
    public void Need_Unmet_IsSkippedAtExpiry()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "a, at: '10:05', needs: [bars.daily], expires: 1h", "pull, at: '18:00', run: pull").Boot().Until("2026-11-20T17:00:00Z");

        Assert.Equal("Skipped", stage.StateOf("a@2026-11-20T10:05"));
        Assert.StartsWith("need: bars.daily", stage.ReasonOf("a@2026-11-20T10:05"));
    }

    [Fact]
    public void Need_ThatIsAwaited_IsNoLateness_HoweverBusyTheLane()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "one, every: 1m, from: '10:00', to: '11:30', timeout: 60s, priority: 2",
            "two, every: 1m, from: '10:00', to: '11:30', timeout: 60s, priority: 2",
            "a, at: '10:05', category: trading, kind: entry, run: order, needs: [bars.daily], expires: 1h",
            "pull, at: '18:00', run: pull")
        { Act = request => request.Task is "one" or "two" ? Script.Takes(25) : Script.Ok };
        stage.Boot().Until("2026-11-20T16:30:00Z");

        Assert.Equal("Skipped", stage.StateOf("a@2026-11-20T10:05"));
        Assert.Equal("need: bars.daily was never published", stage.ReasonOf("a@2026-11-20T10:05"));
    }

    [Fact]
    public void Need_TooOld_IsNamedWithItsAgeAtTheEnd()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "pull, at: '10:00', run: pull",
            "a, at: '10:05', needs: ['bars.daily < 2m'], expires: 1h")
        { Act = request => request.Task == "pull" ? Script.Publishes("bars.daily", "1") : Script.Ok };
        stage.Boot().Until("2026-11-20T17:00:00Z");

        Assert.Equal("need: bars.daily < 2m is 1h4m59s old", stage.ReasonOf("a@2026-11-20T10:05"));
    }

    [Theory]
    [InlineData("once_per_day: true", "once-per-day")]
    [InlineData("max_per_day: 1", "max-per-day")]
    public void Day_IsClaimedByTheFirstThatStarts(string limit, string reason)
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", $"a, at: ['09:30', '10:30'], {limit}").Boot().Until("2026-11-20T17:00:00Z");

        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T09:30"));
        Assert.Equal("Skipped", stage.StateOf("a@2026-11-20T10:30"));
        Assert.StartsWith(reason, stage.ReasonOf("a@2026-11-20T10:30"));
    }

    [Fact]
    public void Disable_EndsWhatWaitsAndWhatFallsDue()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "long, at: '09:30', timeout: 60s, priority: 1", "a, at: ['09:30', '10:30'], expires: 10m")
        { Act = request => Script.Takes(request.Task == "long" ? 30 : 1) };
        stage.Boot().Until("2026-11-20T14:30:10Z");
        stage.Steer(ControlVerb.Disable, "a").Until("2026-11-20T16:00:00Z");

        Assert.Equal("Disabled", stage.StateOf("a@2026-11-20T09:30"));
        Assert.Equal("Disabled", stage.StateOf("a@2026-11-20T10:30"));
    }

    [Theory]
    [InlineData(5, "Cancelled", 1)]
    [InlineData(40, "Cancelled", 2)]
    public void Cancel_EndsWhatWaitsOrRuns(int second, string state, int starts)
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "long, at: '09:30', timeout: 60s, priority: 1", "a, at: '09:30', timeout: 60s")
        { Act = request => Script.Takes(30) };
        stage.Boot().Until("2026-11-20T14:30:00Z").For(TimeSpan.FromSeconds(second));
        stage.Steer(ControlVerb.Cancel, "a@2026-11-20T09:30").Until("2026-11-20T16:00:00Z");

        Assert.Equal(state, stage.StateOf("a@2026-11-20T09:30"));
        Assert.Equal(starts, stage.Starts.Count);
    }

    [Fact]
    public void Trigger_IsAnExtraOccurrence_OnceForEachId()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '12:00'").Boot().For(TimeSpan.FromSeconds(1));
        var trigger = new Kobe.Control.ControlRequest(ControlVerb.Trigger, "a", "ann", "now please") { Id = "7" };
        stage.Ask(trigger).For(TimeSpan.FromMinutes(1)).Ask(trigger).For(TimeSpan.FromMinutes(1));

        Assert.Equal(["14:00:01 a@2026-11-20/manual-7"], stage.Starts);
    }

    private static string[] Kinds => [.. Rows4.Split(' ').Select(text => text.Split(':')).Select(part =>
        $"{part[0]}, at: '{part[1]}:{part[2]}', run: {part[4]}"
        + (part[3].Length > 0 ? $", category: trading, kind: {part[3]}" : part[0] == "mon" ? ", category: monitoring" : ""))];

    private static void Steer(BrainStage stage, string control)
    {
        _ = control switch
        {
            "pause" => stage.Steer(ControlVerb.Pause),
            "pause all" => stage.Steer(ControlVerb.Pause, "all"),
            "reduce" => stage.Steer(ControlVerb.Reduce),
            "halt" => stage.Steer(ControlVerb.Halt),
            "halt+exits" => stage.Steer(ControlVerb.Halt).Steer(ControlVerb.ApproveExits),
            _ => stage,
        };
    }
}
