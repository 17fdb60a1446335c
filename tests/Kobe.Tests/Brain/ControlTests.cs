using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Tests.Operation;
using Kobe.Testing;

namespace Kobe.Tests.Brain;

/// <summary>What the one door answers, what the journal says of it, and that nothing past is fired.</summary>
public sealed class ControlTests
{
    private const string Start = "2026-11-20T14:00:00Z";

    [Theory]
    // verb                    subject                 outcome      what is said
    [InlineData("Pause",       "",                     "Done",      "STARTS BLOCKED until kobe resume: paused by ann since 2026-11-20 09:00 America/New_York (test). Exits,")]
    [InlineData("Pause",       "all",                  "Done",      "(test). Exits, reconciling and monitoring don't run either")]
    [InlineData("Pause",       "a",                    "BadRequest", "kobe disable stops one task")]
    [InlineData("Resume",      "",                     "Done",      "Nothing was paused.")]
    [InlineData("Disable",     "a",                    "Done",      "a is disabled until kobe enable a")]
    [InlineData("Disable",     "aa",                   "NotFound",  "There is no task 'aa'.")]
    [InlineData("Enable",      "a",                    "Done",      "a was not disabled.")]
    [InlineData("Enable",      "off",                  "Done",      "off stays off: its row says enabled: false.")]
    [InlineData("Halt",        "",                     "Done",      "ENTRIES AND EXITS BLOCKED until kobe activate: HALTED by ann since 2026-11-20 09:00 America/New_York (test).")]
    [InlineData("Reduce",      "",                     "Done",      "ENTRIES BLOCKED until kobe activate: REDUCING by ann")]
    [InlineData("Activate",    "",                     "Done",      "TRADING ACTIVE: entries and exits run by their rules.")]
    [InlineData("ApproveExits", "",                    "Refused",   "Trading is ACTIVE, so exits need no approval.")]
    [InlineData("Cancel",      "a@2026-11-20T12:00",   "NotFound",  "There is no occurrence 'a@2026-11-20T12:00'.")]
    [InlineData("Cancel",      "nonsense",             "NotFound",  "kobe status lists what waits and runs")]
    [InlineData("Trigger",     "a",                    "Done",      "a@2026-11-20/manual-1 is queued.")]
    [InlineData("Trigger",     "b",                    "NotFound",  "There is no task 'b'.")]
    [InlineData("Resolve",     "a@2026-11-20T12:00",   "NotFound",  "There is no occurrence")]
    [InlineData("Unquarantine", "a",                   "Refused",   "a is not in quarantine.")]
    [InlineData("ConfirmClock", "",                    "Done",      "The clock did not stand behind")]
    [InlineData("Flatten",     "",                     "BadRequest", "The brain does not know flatten.")]
    public void Controls_SayWhatTheyDid(string verb, string subject, string outcome, string words)
    {
        var stage = new BrainStage(Start, "a, at: '12:00'", "off, at: '12:00', enabled: false").Boot();
        stage.Ask(new(Enum.Parse<ControlVerb>(verb), subject, "ann", "test") { Id = "1" }).For(TimeSpan.FromSeconds(1));

        var answer = Assert.Single(stage.Answers);
        Assert.Equal(outcome, answer.Outcome.ToString());
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        var isWritten = stage.Events.OfType<RunEvent.Control>().Any(control =>
            control.Verb.ToString() == verb && control.By == "ann" && control.Reason == "test");
        Assert.Equal(outcome == "Done", isWritten);
    }

    [Fact]
    public void Reduce_DoesNotLoosenAHalt()
    {
        var stage = new BrainStage(Start).Boot();
        stage.Steer(ControlVerb.Halt).Steer(ControlVerb.Reduce).For(TimeSpan.FromSeconds(1));

        Assert.Equal(ControlOutcome.Refused, stage.Answers[1].Outcome);
        Assert.Equal(TradingState.HALTED, stage.Ledger.Controls.Trading);
    }

    [Fact]
    public void Trigger_TellsWhatIsWrongWithItsArguments()
    {
        var stage = new BrainStage(Start, "a, at: '12:00'").Boot();
        Assert.True(JsonText.TryParse("{\"symbol\":\"SPY\"}", out var args, out _));
        stage.Ask(new(ControlVerb.Trigger, "a", "ann", "test") { Id = "1", Args = args }).For(TimeSpan.FromSeconds(1));

        Assert.Equal("The handler 'pure' takes no argument 'symbol'. It takes none.", stage.Answers[0].Words);
        Assert.Empty(stage.Starts);
    }

    [Fact]
    public void Trigger_SaysWhatStandsInItsWay()
    {
        var stage = new BrainStage(Start, "a, at: '12:00'", "f, at: '20:30', phases: [EVENING]").Boot();
        stage.Ask(new(ControlVerb.Trigger, "f", "ann", "t") { Id = "1" }).Steer(ControlVerb.Pause);
        stage.Ask(new(ControlVerb.Trigger, "a", "ann", "t") { Id = "1" }).For(TimeSpan.FromSeconds(1));

        Assert.Contains("it will be skipped, filter: phase is PRE_MARKET", stage.Answers[0].Words, StringComparison.Ordinal);
        Assert.Equal("a@2026-11-20/manual-1 is queued and waits: paused.", stage.Answers[2].Words);
    }

    [Fact]
    public void ResumeAndEnable_DontMakeUpForThePast()
    {
        var stage = new BrainStage(Start, "a, at: ['09:05', '09:35'], catch_up: latest, expires: 2h", "b, at: ['09:05', '09:35'], catch_up: latest, expires: 2h").Boot();
        stage.Steer(ControlVerb.Pause).Steer(ControlVerb.Disable, "b").Until("2026-11-20T14:20:00Z");
        stage.Steer(ControlVerb.Resume).Steer(ControlVerb.Enable, "b").Until("2026-11-20T15:00:00Z");

        Assert.Equal(["14:35:00 a@2026-11-20T09:35", "14:35:01 b@2026-11-20T09:35"], stage.Starts);
        Assert.Equal(("Skipped", "Disabled"), (stage.StateOf("a@2026-11-20T09:05"), stage.StateOf("b@2026-11-20T09:05")));
    }

    [Fact]
    public void Backfill_RunsEachPastOccurrenceOnce_AndNothingElse()
    {
        var stage = new BrainStage(Start, "a, at: ['08:00', '12:00'], on: weekdays", "e, at: '10:05', category: trading, kind: entry, run: order").Boot();
        ControlRequest Past(string task) => new(ControlVerb.Backfill, task, "ann", "test")
        {
            Id = "x", From = new(2026, 11, 18), To = new(2026, 11, 20),
        };
        stage.Ask(Past("a")).Ask(Past("a")).Ask(Past("e")).For(TimeSpan.FromMinutes(5));

        Assert.Equal(
            ["a@2026-11-18/manual-x-T0800", "a@2026-11-18/manual-x-T1200", "a@2026-11-19/manual-x-T0800", "a@2026-11-19/manual-x-T1200", "a@2026-11-20/manual-x-T0800"],
            stage.Answers[0].Keys);
        Assert.Equal(stage.Answers[0].Keys, stage.Starts.Select(start => start.Split(' ')[1]));
        Assert.Equal(Days.Instant("2026-11-18T13:00:00Z"), stage.Events.OfType<RunEvent.Triggered>().First().Due);
        Assert.Equal("e trades: an order for the past makes no sense.", stage.Answers[2].Words);
    }

    [Fact]
    public void Ask_IsToldOnlyWhenItIsDurable_AndDoneOnce()
    {
        var stage = new BrainStage(Start, "a, at: '09:01'").Boot();
        stage.Store.Fault = _ => Kobe.Operation.Posix.NoSpace;
        stage.Steer(ControlVerb.Pause).For(TimeSpan.FromMinutes(2));
        Assert.Empty(stage.Answers);
        Assert.Empty(stage.Starts);

        stage.Store.Fault = null;
        stage.For(TimeSpan.FromMinutes(2));
        Assert.Single(stage.Answers);
        Assert.Single(stage.Events.OfType<RunEvent.Control>());
        Assert.Empty(stage.Starts);
    }

    [Theory]
    // what lies in the state directory            state
    [InlineData("KILL_SWITCH", "",                            "HALTED")]
    [InlineData("KILL_SWITCH", "ann\nodd prices\n",           "HALTED")]
    [InlineData("trading_state.json", "{\"state\":\"REDUCING\",\"exitsApproved\":false,\"at\":\"2026-11-20T13:00:00Z\",\"by\":\"ann\",\"reason\":\"odd prices\"}", "REDUCING")]
    [InlineData("trading_state.json", "{\"state\":\"HALTED\",\"exitsApproved\":true,\"at\":\"2026-11-20T13:00:00Z\",\"by\":\"ann\",\"reason\":\"odd prices\"}", "HALTED")]
    [InlineData("trading_state.json", "{\"state\":\"ACTIVE\",\"exitsApproved\":false,\"at\":\"2026-11-20T13:00:00Z\",\"by\":\"ann\",\"reason\":\"\"}", "ACTIVE")]
    [InlineData("trading_state.json", "{\"state\":\"ACT",      "HALTED")]
    [InlineData("trading_state.json", "{\"state\":\"7\",\"exitsApproved\":false,\"at\":\"2026-11-20T13:00:00Z\",\"by\":\"\",\"reason\":\"\"}", "HALTED")]
    [InlineData("trading_state.json", "",                      "HALTED")]
    [InlineData("nothing", "",                                 "ACTIVE")]
    public void Files_SwitchTrading_AtTheStartAndLater(string file, string text, string expected)
    {
        foreach (var isThereAtTheStart in (bool[])[true, false])
        {
            using var folder = new TemporaryFolder();
            var stage = new BrainStage(Start, "e, at: '10:05', category: trading, kind: entry, run: order")
            {
                Switch = new TradingSwitch(folder.Path, Zones.NewYork),
            };
            if (isThereAtTheStart)
            {
                folder.Write(file, text);
            }

            stage.Boot().Until("2026-11-20T15:04:00Z");
            folder.Write(file, text);
            stage.Until("2026-11-20T15:10:00Z");

            Assert.Equal(expected, stage.Ledger.Controls.Trading.ToString());
            Assert.Equal(expected == "ACTIVE" ? "Succeeded" : "Skipped", stage.StateOf("e@2026-11-20T10:05"));
            stage.Steer(ControlVerb.Activate).For(TimeSpan.FromSeconds(2));
            Assert.Equal(TradingState.ACTIVE, stage.Ledger.Controls.Trading);
            Assert.False(File.Exists(folder.At(TradingSwitch.KillFile)));
            stage.KillAndBoot(TimeSpan.FromMinutes(1)).For(TimeSpan.FromSeconds(1));
            Assert.Equal(TradingState.ACTIVE, stage.Ledger.Controls.Trading);
        }
    }

    [Fact]
    public void TakingTheFileAway_IsNoWayBack()
    {
        using var folder = new TemporaryFolder();
        var stage = new BrainStage(Start) { Switch = new TradingSwitch(folder.Path, Zones.NewYork) };
        folder.Write(TradingSwitch.KillFile, "");
        stage.Boot().For(TimeSpan.FromSeconds(2));
        File.Delete(folder.At(TradingSwitch.KillFile));
        File.Delete(folder.At(TradingSwitch.RecordFile));
        stage.For(TimeSpan.FromSeconds(2)).KillAndBoot(TimeSpan.FromMinutes(1)).For(TimeSpan.FromSeconds(2));

        Assert.Equal(TradingState.HALTED, stage.Ledger.Controls.Trading);
        Assert.Contains("\"HALTED\"", folder.Read(TradingSwitch.RecordFile), StringComparison.Ordinal);
    }

    [Fact]
    public void ANewKillSwitch_TakesBackAnApproval()
    {
        using var folder = new TemporaryFolder();
        var stage = new BrainStage(Start) { Switch = new TradingSwitch(folder.Path, Zones.NewYork) };
        stage.Boot().Steer(ControlVerb.Halt).Steer(ControlVerb.ApproveExits).For(TimeSpan.FromSeconds(2));
        Assert.True(stage.Ledger.Controls.ExitsApproved);

        folder.Write(TradingSwitch.KillFile, "");
        stage.For(TimeSpan.FromSeconds(2));
        Assert.False(stage.Ledger.Controls.ExitsApproved);
    }

    [Fact]
    public void Activate_FailsWhole_WhenTheFileStays()
    {
        using var folder = new TemporaryFolder();
        var stage = new BrainStage(Start) { Switch = new TradingSwitch(folder.Path, Zones.NewYork) };
        Directory.CreateDirectory(folder.At(TradingSwitch.KillFile));
        folder.Write(Path.Combine(TradingSwitch.KillFile, "x"), "");
        stage.Boot().Steer(ControlVerb.Activate).For(TimeSpan.FromSeconds(2));

        Assert.Equal(ControlOutcome.Refused, stage.Answers[0].Outcome);
        Assert.StartsWith("Trading stays HALTED: ", stage.Answers[0].Words, StringComparison.Ordinal);
        Assert.Equal(TradingState.HALTED, stage.Ledger.Controls.Trading);
    }
}
