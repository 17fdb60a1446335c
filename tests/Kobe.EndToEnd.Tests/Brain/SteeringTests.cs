using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>The commands that steer a running brain, as their owner types them.</summary>
public sealed class SteeringTests
{
    [Fact]
    public async Task Trigger_RunsATaskWithArguments_AndWaitsForItsEnd()
    {
        using var home = Resting("id: echo, run: zoo.echo, at: \"23:55\", args: { text: row }", "id: fatal, run: zoo.fatal, at: \"23:55\"");
        using var brain = home.StartReady();
        var good = await home.Run("trigger echo --arg text=hello --arg times=3 --wait --json --reason look");
        var bad = await home.Run("trigger fatal --wait");
        var typo = await home.Run("trigger echo --arg txt=hello --json");
        var nobody = await home.Run("trigger ecko");

        using var document = JsonDocument.Parse(good.ShouldWork().Output);
        var run = Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("succeeded", run.GetProperty("outcome").GetString());
        Assert.StartsWith("cli:", run.GetProperty("by").GetString());
        Assert.Contains("Times = 3", brain.WaitFor<RunEvent.Ended>(ended => ended.Key.Task == "echo").Payload!.Evidence!.Value.Value);
        Assert.Equal(1, bad.ExitCode);
        Assert.StartsWith("failed", bad.Output, StringComparison.Ordinal);
        Assert.Contains("extinct", bad.Output, StringComparison.Ordinal);
        Assert.Equal(2, typo.ExitCode);
        Assert.Contains("Did you mean text?", typo.Error, StringComparison.Ordinal);
        Assert.Equal(400, JsonDocument.Parse(typo.Output).RootElement.GetProperty("status").GetInt32());
        Assert.Equal("There is no task 'ecko'. Did you mean echo?", Assert.Single(nobody.ShouldRefuse().Refusals));
        var audit = brain.Journal.Events.OfType<RunEvent.Control>().ToList();
        Assert.Equal((ControlVerb.Trigger, "echo", "look"), (audit[0].Verb, audit[0].Subject, audit[0].Reason));
        Assert.All(audit, line => Assert.StartsWith("cli:", line.By));
    }

    [Fact]
    public async Task Halt_OutlivesAKill9_WithOrWithoutABrain()
    {
        using var home = Resting("id: entry, run: zoo.ok, at: \"23:55\"");
        using (var brain = home.StartReady())
        {
            var halt = await home.Run("halt --reason odd-prices");
            Assert.StartsWith("ENTRIES AND EXITS BLOCKED until kobe activate: HALTED by cli:", halt.ShouldWork().Output, StringComparison.Ordinal);
            brain.Kill();
        }

        using (var brain = home.StartReady())
        {
            Assert.Equal("HALTED", State(brain));
            Assert.Contains("TRADING ACTIVE", (await home.Run("activate --reason fine")).ShouldWork().Output, StringComparison.Ordinal);
            brain.Kill();
        }

        var without = await home.Run("halt --reason odd-prices");
        Assert.StartsWith("No brain runs on 'state'.", without.ShouldWork().Output, StringComparison.Ordinal);
        Assert.True(File.Exists(home.InState("KILL_SWITCH")));
        var reduce = await home.Run("reduce --reason x");
        Assert.Equal(1, reduce.ExitCode);
        Assert.Contains("stricter; it stays so", reduce.Error, StringComparison.Ordinal);
        using (var brain = home.StartReady())
        {
            Assert.Equal("HALTED", State(brain));
            brain.Kill();
        }

        File.Delete(home.InState("KILL_SWITCH"));
        using (var brain = home.StartReady())
        {
            Assert.Equal("HALTED", State(brain));
            (await home.Run("activate --reason fine")).ShouldWork();
            File.WriteAllText(home.InState("KILL_SWITCH"), "");
            Wait.Until("halt by file", () => State(brain) == "HALTED", () => brain.Said);
            Assert.Equal("file", brain.Journal.Events.OfType<RunEvent.Control>().Last().By);
            (await home.Run("activate --reason fine")).ShouldWork();
            Assert.False(File.Exists(home.InState("KILL_SWITCH")));
            Assert.Equal("ACTIVE", State(brain));
        }
    }

    [Fact]
    public async Task Reduce_WithoutABrain_HoldsWhenOneStarts()
    {
        using var home = Resting("id: entry, run: zoo.ok, at: \"23:55\"");
        home.StartReady().Stop();
        (await home.Run("reduce --reason day-loss")).ShouldWork();
        using var brain = home.StartReady();

        Assert.Equal("REDUCING", State(brain));
        Assert.Contains("day-loss", File.ReadAllText(home.InState("trading_state.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Halt_WorksWhileTheBrainDoesNotAnswer()
    {
        using var home = Resting("id: entry, run: zoo.ok, at: \"23:55\"");
        using var brain = home.StartReady();
        brain.Signal(MachineProcesses.Stop);
        var halt = await home.Run("halt --reason stuck");
        Assert.Contains("does not answer", halt.ShouldWork().Output, StringComparison.Ordinal);
        brain.Signal(MachineProcesses.Continue);

        Wait.Until("halt by file", () => State(brain) == "HALTED", () => brain.Said);
    }

    [Fact]
    public async Task Pause_OutlivesAKill9_AndResumingFiresNothingPast()
    {
        using var home = new Home("id: often, run: zoo.ok, every: 1m, catch_up: latest");
        using (var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:00:30Z")))
        {
            (await home.Run("pause --reason lunch")).ShouldWork();
            brain.Kill();
        }

        using (var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:03:10Z")))
        {
            Assert.True(brain.Get("/api/v1/status").Body.GetProperty("paused").GetBoolean());
            brain.WaitFor<RunEvent.Closed>(closed => closed.Reason == "paused");
            var resumed = await home.Run("resume --reason back");
            Assert.StartsWith("Resumed", resumed.ShouldWork().Output, StringComparison.Ordinal);
            Wait.Until("resumed", () => !brain.Get("/api/v1/status").Body.GetProperty("paused").GetBoolean());
            Assert.DoesNotContain(brain.Journal.Events, what => what is RunEvent.Started);
        }
    }

    [Fact]
    public async Task PauseAll_WantsItTyped()
    {
        using var home = Resting("id: often, run: zoo.ok, at: \"23:55\"");
        using var brain = home.StartReady();
        var untyped = await home.Run("pause --all");
        Assert.Equal(2, untyped.ExitCode);
        Assert.Contains("Not confirmed", untyped.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(brain.Journal.Events, what => what is RunEvent.Control);

        var typed = await KobeProcess.Run(home.Root, [], "pause", "--all", "--confirm", "pause all", "--until", "+2h", "--json");
        using var document = JsonDocument.Parse(typed.ShouldWork().Output);
        Assert.StartsWith("ALL STARTS BLOCKED until ", document.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task CancelResolveUnquarantine_AndDisable_DoWhatTheySay()
    {
        using var home = Resting(
            "id: waits, run: zoo.waits, at: \"23:55\", args: { file: never }",
            "id: dies, run: zoo.exit, at: \"23:55\", on_unknown: alert");
        using var brain = home.StartReady();
        (await home.Run("trigger waits")).ShouldWork();
        var started = brain.WaitFor<RunEvent.Started>(one => one.Key.Task == "waits");
        (await home.Run($"cancel {started.Key} --reason enough")).ShouldWork();
        brain.WaitFor<RunEvent.Ended>(ended => ended.Key == started.Key && ended.Result == RunResult.Cancelled);

        for (var i = 0; i < 2; i++)
        {
            var dies = await home.Run("trigger dies --wait --json");
            Assert.Equal(1, dies.ExitCode);
            var key = JsonDocument.Parse(dies.Output).RootElement.GetProperty("runs")[0].GetProperty("key").GetString();
            Assert.Equal(2, (await home.Run($"resolve {key} maybe --reason x")).ExitCode);
            (await home.Run($"resolve {key} done --reason seen")).ShouldWork();
            Assert.Equal(1, (await home.Run($"resolve {key} done --reason seen")).ExitCode);
        }

        brain.WaitFor<RunEvent.Quarantined>();
        (await home.Run("unquarantine dies --reason mended")).ShouldWork();
        brain.WaitFor<RunEvent.Unquarantined>(freed => freed.Reason == "mended" && freed.By.StartsWith("cli:"));
        (await home.Run("disable dies --reason no")).ShouldWork();
        brain.Kill();
        using var again = home.StartReady();
        Assert.Equal("no", again.Journal.Fold().TaskOf("dies")!.Disabled!.Reason);
    }

    [Fact]
    public async Task Reload_PutsANewScheduleIntoForce_AndRefusesAWrongOneWhole()
    {
        using var home = Resting("id: old, run: zoo.ok, at: \"23:55\"");
        using var brain = home.StartReady();
        home.Schedule("id: old, run: zoo.nonesuch, at: \"23:55\"");
        var wrong = await home.Run("reload");
        home.Schedule("id: new, run: zoo.ok, at: \"23:55\"", "id: more, run: zoo.ok, at: \"00:01\"");
        var right = await home.Run("reload --reason more");

        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("rows.yaml:2:", wrong.Error, StringComparison.Ordinal);
        Assert.StartsWith("In force: 2 rows, before 1.", right.ShouldWork().Output, StringComparison.Ordinal);
        (await home.Run("trigger new --wait")).ShouldEndWith0();
        Assert.DoesNotContain(brain.Journal.Events.OfType<RunEvent.Started>(), started => started.Key.Task == "more");
    }

    [Fact]
    public async Task WithoutABrain_TheySaySo_AndWithoutAStateDirectoryNothingIsMade()
    {
        using var home = Resting("id: a, run: zoo.ok, at: \"23:55\"");
        Assert.Contains("is no state directory", Assert.Single((await home.Run("pause")).ShouldRefuse().Refusals), StringComparison.Ordinal);
        Assert.Contains("is no state directory", Assert.Single((await home.Run("halt --reason x")).ShouldRefuse().Refusals), StringComparison.Ordinal);
        Assert.StartsWith("--reason is missing: it stands in the audit line", Assert.Single((await home.Run("halt")).ShouldRefuse().Refusals));
        Assert.False(Directory.Exists(home.State));

        home.StartReady().Stop();
        var pause = await home.Run("pause");
        Assert.Equal((1, "No brain runs on 'state'. Start it with kobe run."), (pause.ExitCode, Assert.Single(pause.Refusals)));
    }

    private static Home Resting(params string[] rows) => new(rows);

    private static string State(RunningBrain brain) =>
        brain.Get("/api/v1/status").Body.GetProperty("tradingState").GetString()!;
}
