using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Testing;

namespace Kobe.Tests.Brain;

/// <summary>Single runs at an instant to come.</summary>
public sealed class OneOffTests
{
    private const string Start = "2026-11-20T14:00:00Z";
    private const string Row = "a, at: '12:00', expires: 1h";

    [Fact]
    public void OneOff_RunsAtItsTime_Once_ThroughACrashAndAReload()
    {
        var stage = new BrainStage(Start, Row).Boot();
        stage.Ask(Once("a", "2026-11-20T14:30:00Z")).Ask(Once("a", "2026-11-20T14:30:00Z")).For(TimeSpan.FromSeconds(1));
        stage.Reload("a, at: '13:00', expires: 1h").For(TimeSpan.FromSeconds(1));
        stage.CrashAndBoot(TimeSpan.FromMinutes(1)).Until("2026-11-20T15:00:00Z");

        Assert.Equal(["14:30:00 a@2026-11-20/once-x"], stage.Starts);
        Assert.Contains("a@2026-11-20/once-x runs once at 2026-11-20 09:30 America/New_York, at the latest at 2026-11-20 10:30", stage.Answers[0].Words, StringComparison.Ordinal);
    }

    [Theory]
    // down until (UTC)                state
    [InlineData("2026-11-20T15:20:00Z", "Succeeded")]
    [InlineData("2026-11-20T15:40:00Z", "Expired")]
    public void OneOff_ThatFellDueWhileTheBrainWasDown_RunsUntilItsExpiry(string up, string state)
    {
        var stage = new BrainStage(Start, Row).Boot();
        stage.Ask(Once("a", "2026-11-20T14:30:00Z")).For(TimeSpan.FromSeconds(1));
        stage.KillAndBoot(Days.Instant(up) - stage.Clock.Wall).For(TimeSpan.FromMinutes(1));

        Assert.Equal(state, stage.StateOf("a@2026-11-20/once-x"));
    }

    [Fact]
    public void OneOff_CanBeTakenBack()
    {
        var stage = new BrainStage(Start, Row).Boot();
        stage.Ask(Once("pure", "2026-11-20T14:30:00Z")).Steer(ControlVerb.Cancel, "a@2026-11-20/once-x").Until("2026-11-20T15:00:00Z");

        Assert.Empty(stage.Starts);
        Assert.Equal("Cancelled", stage.StateOf("a@2026-11-20/once-x"));
    }

    // Its time is still to come, and nothing of it is kept but its end: there was no expiry to add up.
    [Fact]
    public void OneOff_TakenBackBeforeItsTime_CantBeRunAgain_AndTheBrainGoesOn()
    {
        var stage = new BrainStage(Start, Row).Boot();
        stage.Ask(Once("pure", "2026-11-20T14:30:00Z")).Steer(ControlVerb.Cancel, "a@2026-11-20/once-x")
            .For(TimeSpan.FromSeconds(1));
        stage.Ask(new(ControlVerb.Resolve, "a@2026-11-20/once-x", "ann", "looked") { How = Resolution.Rerun })
            .Until("2026-11-20T15:00:00Z");

        Assert.Equal(ControlOutcome.Refused, stage.Answers[^1].Outcome);
        Assert.Equal("Cancelled", stage.StateOf("a@2026-11-20/once-x"));
    }

    [Theory]
    // task       at                       said
    [InlineData("a", "2026-11-20T13:59:00Z", "is past; kobe trigger runs it now")]
    [InlineData("a", "2028-11-20T14:00:00Z", "belongs into the schedule")]
    [InlineData("aa", "2026-11-20T14:30:00Z", "There is no task 'aa'")]
    [InlineData("pull", "2026-11-20T14:30:00Z", "No row runs the handler pull")]
    [InlineData("keyed", "2026-11-20T14:30:00Z", "2 rows run the handler keyed: say which, such as k1.")]
    public void OneOff_ThatMakesNoSense_IsRefused(string task, string at, string said)
    {
        var stage = new BrainStage(Start, Row, "k1, at: '12:00', run: keyed", "k2, at: '12:00', run: keyed").Boot();
        stage.Ask(Once(task, at)).For(TimeSpan.FromSeconds(1));

        Assert.Contains(said, stage.Answers[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Events, what => what is RunEvent.Triggered);
    }

    private static ControlRequest Once(string task, string at) =>
        new(ControlVerb.AddOnce, task, "ann", "test") { Id = "x", Until = Days.Instant(at) };
}
