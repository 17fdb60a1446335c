using Kobe.Brain;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Files;
using Kobe.Tests.Brain;

namespace Kobe.Tests.Control;

public sealed class ControlDoorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);

    private readonly Inbox _inbox = new();

    [Theory]
    [InlineData(ControlVerb.Halt, "ann", " ", "halt needs a reason; it stands in the audit line.")]
    [InlineData(ControlVerb.ApproveExits, "ann", "", "approve_exits needs a reason; it stands in the audit line.")]
    [InlineData(ControlVerb.Pause, "", "lunch", "Nobody asks: an audit line needs an actor.")]
    public async Task Door_AsksWhoAndWhy(ControlVerb verb, string by, string reason, string words)
    {
        var answer = await new ControlDoor(_inbox, TimeProvider.System).Ask(
            new(verb, "", by, reason), TestContext.Current.CancellationToken);

        Assert.Equal((ControlOutcome.BadRequest, words), (answer.Outcome, answer.Words));
        Assert.True(_inbox.IsEmpty);
    }

    [Fact]
    public async Task Door_GivesTheLoopsAnswer()
    {
        var asked = new ControlDoor(_inbox, TimeProvider.System).Ask(
            new(ControlVerb.Pause, "", "ann", ""), TestContext.Current.CancellationToken);
        Assert.True(_inbox.TryTake(out var message));
        Assert.IsType<BrainMessage.Ask>(message).Tell!(ControlAnswer.Done("paused"));

        Assert.Equal("paused", (await asked).Words);
    }

    [Fact]
    public async Task Door_SaysPending_WhenTheLoopIsStuck()
    {
        var answer = await new ControlDoor(_inbox, new HastyTime()).Ask(
            new(ControlVerb.Halt, "", "ann", "odd"), TestContext.Current.CancellationToken);

        Assert.Equal(ControlOutcome.Pending, answer.Outcome);
        Assert.False(_inbox.IsEmpty);
    }

    [Fact]
    public async Task Reload_OfABadSchedule_IsRefusedWhole()
    {
        var door = new ControlDoor(_inbox, TimeProvider.System, () => throw new UserError("a.yaml:1:1: error KOBE2001"));
        var answer = await door.Ask(new(ControlVerb.Reload, "", "ann", ""), TestContext.Current.CancellationToken);

        Assert.Equal(ControlOutcome.Refused, answer.Outcome);
        Assert.Contains("a.yaml:1:1", answer.Words, StringComparison.Ordinal);
        Assert.True(_inbox.IsEmpty);
    }

    [Fact]
    public async Task Reload_BringsTheRosterToTheLoop()
    {
        var roster = Rows.Roster(Now, "a, at: '12:00'");
        _ = new ControlDoor(_inbox, TimeProvider.System, () => roster).Ask(
            new(ControlVerb.Reload, "", "ann", ""), TestContext.Current.CancellationToken);
        await Task.CompletedTask;

        Assert.True(_inbox.TryTake(out var message));
        Assert.Same(roster, Assert.IsType<BrainMessage.Ask>(message).Request.Roster);
    }
}
