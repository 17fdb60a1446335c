using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.Testing;

namespace Kobe.EndToEnd.Tests.Plugins;

/// <summary>Scripts as tasks of a live brain.</summary>
[Collection(Alone.Name)]
public sealed class ScriptTests
{
    private const string Clock = "2026-11-20T15:05:01Z";
    private const string Plugin = "Kobe.Plugins.Scripts";

    [Fact]
    public void Script_PublishesWhatOthersNeed_AndItsOutputIsInTheLog()
    {
        using var home = Lay(
            "echo \"said in $KOBE_PHASE\"\necho '{\"facts\":{\"x.y\":{\"n\":7}},\"discoveries\":[{\"title\":\"odd\"}]}'\n",
            "id: script, run: script.run, at: \"10:05\", args: { program: ./script.sh, facts: [x.y] }",
            "id: after, run: zoo.ok, at: \"10:05\", priority: 1, needs: [x.y < 1h]");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", Clock));

        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "after" && end.Result == RunResult.Succeeded);
        brain.WaitForWords("script@2026-11-20T10:05: said in MORNING");

        Assert.Equal(0, brain.Stop());
        Assert.Single(home.Journal.Fold().Discoveries);
    }

    [Fact]
    public void AllOfAScript_DiesAtTheLimit_AndTheRunnerLives()
    {
        using var home = Lay(
            "trap '' TERM\nsleep 600 &\nsetsid sleep 600 &\nwhile :; do sleep 600; done\n",
            "id: script, run: script.run, at: \"10:05\", args: { program: ./script.sh }, timeout: 1s, retries: 0",
            "id: next, run: zoo.ok, at: \"10:05\", priority: 9");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", Clock));

        var ended = brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "script");
        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "next");
        Wait.Until("brain and two runners, and nothing else", () => home.Processes().Count == 3, () => brain.Said);

        Assert.Equal((RunResult.Failed, false), (ended.Result, ended.Crashed));
        Assert.DoesNotContain("RUNNER:", brain.Said);
        Assert.Equal(0, brain.Stop());
        Assert.Empty(home.Processes());
    }

    [Fact]
    public void WhatAKilledBrainsScriptLeftBehind_EndsBeforeTheNextBrainRunsAnything()
    {
        using var home = Lay(
            "setsid sleep 600 &\necho $! > left.new && mv left.new left\nwhile :; do sleep 600; done\n",
            "id: script, run: script.run, at: \"10:05\", args: { program: ./script.sh }, timeout: 5m, retries: 0, on_unknown: alert");
        var left = KillWhileItRuns(home);
        Wait.Until("only what left the group", () => home.Processes().SequenceEqual([left]));

        using var next = home.StartReady(("KOBE_TEST_CLOCK", Clock));

        Assert.False(MachineProcesses.IsAlive(left));
        next.WaitForWords($"Processes of earlier runners were still there: {left}. They were killed.");
        Assert.Equal(0, next.Stop());
    }

    private static int KillWhileItRuns(Home home)
    {
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", Clock));
        var note = Path.Combine(home.Root, "left");
        Wait.Until("the script's program", () => File.Exists(note), () => brain.Said);
        brain.Kill();
        return int.Parse(File.ReadAllText(note), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Home Lay(string script, params string[] rows)
    {
        var home = new Home(rows).PlannedUpTo("2026-11-20T15:00:00Z");
        var folder = Directory.CreateDirectory(Path.Combine(home.Root, "plugins", Plugin)).FullName;
        foreach (var file in Directory.GetFiles(Repository.At("artifacts", "bin", Plugin, "release")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var path = Path.Combine(home.Root, "script.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return home;
    }
}
