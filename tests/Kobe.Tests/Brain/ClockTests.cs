using Kobe.Core.Runs;

namespace Kobe.Tests.Brain;

/// <summary>Steps of the clock, sleeps of the machine, and both daylight saving changes.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly string[] Day =
    [
        "entry, at: ['10:05', '12:05', '15:05'], category: trading, kind: entry, run: order, phases: [MORNING, LUNCH, POWER_HOUR]",
        "exit, at: ['10:10', '12:10'], category: trading, kind: exit, run: order",
        "mon, every: 10m, category: monitoring", "job, at: ['09:00', '10:15', '11:15', '12:15']",
    ];

    [Fact]
    public void StepForwardOfAnHour_IsLateness()
    {
        var stage = Run("2026-11-20T14:30:00Z").Step(Hour).Until("2026-11-20T16:30:00Z");

        Assert.Equal("Missed", stage.StateOf("entry@2026-11-20T10:05"));
        Assert.Equal("Succeeded", stage.StateOf("exit@2026-11-20T10:10"));
        Assert.Equal("Succeeded", stage.StateOf("job@2026-11-20T10:15"));
        Assert.Contains(stage.Alerts, text => text == "CLOCK: set forward by 1h");
    }

    [Fact]
    public void StepForwardOfADay_MissesWhatItJumpsOver()
    {
        var stage = Run("2026-11-19T14:30:00Z").Step(TimeSpan.FromDays(1)).Until("2026-11-20T16:30:00Z");

        Assert.Equal("Missed", stage.StateOf("job@2026-11-19T10:15"));
        Assert.StartsWith("clock", stage.ReasonOf("job@2026-11-19T10:15"));
        Assert.Equal("Missed", stage.StateOf("job@2026-11-20T09:00"));
        Assert.Equal("Succeeded", stage.StateOf("job@2026-11-20T10:15"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public void StepBack_RunsNothingTwice_BlocksEntries_AndProtects(int hours)
    {
        var stage = Run("2026-11-20T15:30:00Z").Step(-hours * Hour);
        stage.For((hours + 1) * Hour);

        // Nothing but exits, reconciles and monitoring ran again, and those under keys of the epoch.
        var starts = stage.Starts.Select(start => start[9..]).ToList();
        Assert.Equal(starts.Count, starts.Distinct().Count());
        Assert.All(starts.Where(key => key.Contains('~')), key => Assert.Matches("^(exit|mon)@", key));
        Assert.Contains("exit@2026-11-20T10:10~1", starts);
        Assert.Equal(1, stage.Ledger.Epoch);
        Assert.Contains(stage.Alerts, text => text.StartsWith("CLOCK: it stands"));
    }

    [Fact]
    public void StepBack_BlocksEntries_UntilTheClockHasCaughtUp()
    {
        var stage = Run("2026-11-20T17:00:00Z").Step(-3 * Hour).Until("2026-11-20T20:10:00Z");

        Assert.Equal("Succeeded", stage.StateOf("entry@2026-11-20T10:05"));
        Assert.Single(stage.Starts, start => start.Contains("entry@2026-11-20T10:05"));
        Assert.Equal("Succeeded", stage.StateOf("entry@2026-11-20T15:05"));
    }

    [Fact]
    public void StepBack_WhileNoBrainRuns_IsNoticedAtTheStart()
    {
        var stage = Run("2026-11-20T15:30:00Z");
        stage.Clock.Step(-Hour);
        stage.Boot().Until("2026-11-20T16:30:00Z");

        Assert.Single(stage.Starts, start => start.EndsWith("job@2026-11-20T10:15"));
        Assert.Contains(stage.Starts, start => start.EndsWith("exit@2026-11-20T10:10~1"));
    }

    [Fact]
    public void SmallStepsBack_ThatAddUp_AreNoticed()
    {
        var stage = Run("2026-11-20T15:30:00Z");
        for (var i = 0; i < 3; i++)
        {
            stage.Step(TimeSpan.FromSeconds(-40)).For(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(1, stage.Ledger.Epoch);
    }

    [Fact]
    public void SmallStepBack_HoldsWhatIsNotDueByTheClockYet()
    {
        var stage = new BrainStage(
            "2026-11-20T14:29:00Z", "long, at: '09:30', priority: 1", "a, at: '09:30', expires: 1h")
        { Act = request => Script.Takes(request.Task == "long" ? 5 : 1) };
        stage.Boot().Until("2026-11-20T14:30:02Z").Step(TimeSpan.FromSeconds(-20)).For(TimeSpan.FromMinutes(2));

        Assert.Equal("14:30:00 a@2026-11-20T09:30", stage.Starts[1]);
    }

    [Fact]
    public void Person_ConfirmsTheClock_AndEntriesRunAgain()
    {
        var stage = Run("2026-11-20T15:30:00Z").Step(TimeSpan.FromDays(-1)).For(TimeSpan.FromSeconds(1));
        Assert.True(stage.Ledger.ClockBehind);

        stage.Steer(ControlVerb.ConfirmClock).Until("2026-11-19T20:30:00Z");
        Assert.Equal("Succeeded", stage.StateOf("entry@2026-11-19T15:05"));
    }

    [Fact]
    public void Suspend_IsDowntime()
    {
        var stage = Run("2026-11-20T14:30:00Z");
        stage.Clock.Suspend(Hour);
        stage.Until("2026-11-20T16:30:00Z");

        Assert.Equal("Missed", stage.StateOf("entry@2026-11-20T10:05"));
        Assert.Equal("Succeeded", stage.StateOf("exit@2026-11-20T10:10"));
        Assert.Contains(stage.Alerts, text => text.StartsWith("SUSPEND"));
        Assert.Equal(0, stage.Ledger.Epoch);
    }

    [Fact]
    public void TimeLimit_DoesNotFollowTheWallClock()
    {
        var stage = new BrainStage("2026-11-20T14:00:00Z", "a, at: '09:30', timeout: 60s") { Act = _ => Script.Takes(50) };
        stage.Boot().Until("2026-11-20T14:30:05Z").Step(Hour).For(Hour);

        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T09:30"));
    }

    [Theory]
    // spring: 02:30 does not exist and runs at 03:00 EDT; autumn: 01:30 runs the first time only
    [InlineData("2026-03-08T05:00:00Z", "02:30", "07:00:00 a@2026-03-08T02:30")]
    [InlineData("2026-11-01T04:00:00Z", "01:30", "05:30:00 a@2026-11-01T01:30")]
    public void ClockChange_RunsOnce(string begin, string time, string start)
    {
        var stage = new BrainStage(begin, $"a, at: '{time}'").Boot().For(12 * Hour);

        Assert.Equal([start], stage.Starts);
    }

    [Fact]
    public void Every_SeesNoClockChange()
    {
        var stage = new BrainStage("2026-11-01T03:59:59Z", "a, every: 30m").Boot().For(25 * Hour);

        Assert.Equal(50, stage.Starts.Count);
    }

    private static BrainStage Run(string until) =>
        new BrainStage(until[..10] + "T13:30:00Z", Day).Boot().Until(until);
}
