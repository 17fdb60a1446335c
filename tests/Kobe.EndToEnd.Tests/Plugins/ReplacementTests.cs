using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Plugins;

/// <summary>Plugins and schedules that change under a running brain.</summary>
[Collection(Alone.Name)]
public sealed class ReplacementTests
{
    private const string Always = "id: tell, run: versioned.tell, whenever: { cooldown: 1s }, timeout: 10s";

    // A heap that the collector hasn't tidied up yet, and the code of a reload.
    private const long GrowthMax = 32L << 20;

    [Fact]
    public void TenReplacements_LoseNothing_AndLeaveNothing() => _ = Replace(10);

    [Fact]
    [Trait("long", "yes")]
    public void TwoHundredReplacements_LoseNothing_AndLeaveNothing()
    {
        var (keys, before, after, elapsed) = Replace(200);
        Evidence.Keep("plugin-replacement.md", $"""
            # Replacing a plugin under a running brain

            200 versions of one plugin were laid over each other while a task of it ran once a second; each was awaited to have run.
            {keys} keys started, each once, in order, all succeeded, and no version ran after its successor. It took
            {elapsed.TotalSeconds:0} s on {Environment.ProcessorCount} processors. Resident memory of the brain: {before >> 20} MiB after the first
            replacement, {after >> 20} MiB after the last. Nothing was left of 199 retired generations: no process, no folder.

            """);
    }

    [Fact]
    public void WhatRuns_EndsOnTheOldOne_ThenTheNewOneTakesOver()
    {
        using var home = new Home();
        var plugin = new VersionedPlugin(home).Lay(1);
        var gate = Path.Combine(home.Root, "gate");
        home.Schedule($"id: tell, run: versioned.tell, args: {{ gate: \"{gate}\" }}, whenever: {{ cooldown: 1s }}");
        using var brain = home.StartReady();
        brain.WaitFor<RunEvent.Started>();

        plugin.Lay(2);
        brain.WaitForWords("plugin Kobe.Fixtures.Versioned: ");
        Assert.Empty(brain.Journal.Events.OfType<RunEvent.Ended>());
        File.WriteAllText(gate, "");
        WaitForVersion(brain, 2);

        Assert.Equal(VersionedPlugin.Text(1), Versions(brain)[0]);
        Assert.Equal(0, brain.Stop());
        Assert.Empty(home.Processes());
    }

    [Fact]
    public void BadVersion_LeavesTheOldOneWorking_WithOneAlert_EvenWhenItsRunnerDies()
    {
        using var home = new Home();
        var plugin = new VersionedPlugin(home).Lay(1);
        home.Schedule(Always);
        using var brain = home.StartReady();
        WaitForVersion(brain, 1);

        File.WriteAllText(plugin.Assembly, "no assembly");
        brain.WaitForWords("PLUGIN: the new plugins are refused, those in force go on: Kobe.Fixtures.Versioned: ");
        foreach (var runner in brain.Runners())
        {
            MachineProcesses.Signal(runner, MachineProcesses.Kill);
        }

        var before = Versions(brain).Count;
        Wait.Until("runs after the kill", () => Versions(brain).Count > before + 1, () => brain.Said);
        plugin.Lay(3);
        WaitForVersion(brain, 3);

        Assert.Equal(0, brain.Stop());
        Assert.Equal([VersionedPlugin.Text(1), VersionedPlugin.Text(3)], Versions(brain).Distinct());
        Assert.Equal(2, brain.Said.Split("those in force go on").Length);
    }

    [Fact]
    public void Schedule_IsSwappedWhole_AndABadOneIsRefusedWhole()
    {
        using var home = new Home("id: a, run: zoo.ok, whenever: { cooldown: 1s }");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:05:01Z"));
        brain.WaitFor<RunEvent.Ended>();

        home.Schedule("id: b, run: zoo.nothing, whenever: { cooldown: 1s }");
        brain.WaitForWords("SCHEDULE: the new one is refused whole, the one in force goes on: ");
        home.Schedule(
            "id: a, run: zoo.ok, whenever: { cooldown: 1s }, timeout: 20s", "id: b, run: zoo.ok, whenever: { cooldown: 1s }",
            "id: past, run: zoo.ok, at: \"10:00\"");
        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "b");
        brain.WaitForWords("row past: added: at 10:00");

        Assert.Contains("row a: timeout 30s → 20s", brain.Said);
        Assert.Contains("row b: added", brain.Said);
        Assert.Equal(0, brain.Stop());
        Assert.DoesNotContain(brain.Journal.Events.OfType<RunEvent.Queued>(), queued => queued.Key.Task == "past");

        // The reloaded one is the last good one now: neither the first nor the refused one.
        var kept = Directory.GetFiles(home.InState("schedule.last-good"), "rows.yaml", SearchOption.AllDirectories);
        Assert.Equal(File.ReadAllText(home.ScheduleFile), File.ReadAllText(Assert.Single(kept)));
    }

    [Fact]
    public void BadPluginAtTheStart_IsOneAlert_AndItsRowsAreSkipped()
    {
        using var home = new Home(
                "id: ok, run: zoo.ok, at: \"10:05\"", "id: one, run: broken.one, at: \"10:05\"",
                "id: two, run: broken.two, at: \"10:05\"")
            .PlannedUpTo("2026-11-20T15:00:00Z");
        Directory.CreateDirectory(Path.Combine(home.Root, "plugins", "Broken"));
        File.WriteAllText(Path.Combine(home.Root, "plugins", "Broken", "Broken.dll"), "no assembly");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:05:01Z"));

        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "ok");
        var skipped = brain.WaitFor<RunEvent.Closed>(closed => closed.Key.Task == "two");

        Assert.Equal((FinalState.Skipped, "handler unavailable"), (skipped.State, skipped.Reason));
        Assert.Equal(0, brain.Stop());
        Assert.Equal(2, brain.Said.Split("PLUGIN: ").Length);
        Assert.Contains("PLUGIN: Broken is not loaded: BadImageFormatException", brain.Said);
        Assert.Contains("2 rows without a handler are skipped.", brain.Said);
    }

    [Fact]
    public void PluginOfItsOwn_HasAProcessWithItsOwnPlaceAndLimits()
    {
        using var home = new Home(
                "id: own, run: versioned.tell, whenever: { cooldown: 1s }", "id: shared, run: zoo.ok, whenever: { cooldown: 1s }")
            .Configured(
                "plugins:", "  Kobe.Fixtures.Versioned:", "    isolation: own", "    memory: 128MiB", "    directory: own-place");
        new VersionedPlugin(home).Lay(1);
        Directory.CreateDirectory(Path.Combine(home.Root, "own-place"));
        using var brain = home.StartReady();

        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "own");
        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "shared");
        var own = brain.Runners().Single(pid => Directory.ResolveLinkTarget($"/proc/{pid}/cwd", false)!.Name == "own-place");
        var environment = File.ReadAllText($"/proc/{own}/environ");

        Assert.Contains("DOTNET_GCHeapHardLimit=0x8000000", environment);
        Assert.Equal(3, brain.Runners().Count); // Two for those who share, with the spare.
        Assert.True(File.Exists(home.InState("lane.Kobe.Fixtures.Versioned.lock")));
        Assert.Equal(0, brain.Stop());
        Assert.Empty(home.Processes());
        Assert.Empty(Directory.GetDirectories(home.InState("plugins-in-use")));
    }

    [Fact]
    public async Task PluginThatTrades_IsRefusedAProcessOfItsOwn()
    {
        using var home = new Home("id: ok, run: zoo.ok, whenever: { cooldown: 1s }")
            .Configured("plugins: { Kobe.Fixtures.Zoo: { isolation: own } }");

        var once = await home.Once("2026-11-20T15:05:01Z");

        Assert.Contains("PLUGIN: Kobe.Fixtures.Zoo is not loaded: zoo.throws_in_constructor may change orders, and plugins "
            + "that trade share one runner: take its isolation: own away.", once.Error);
    }

    private static (int Keys, long Before, long After, TimeSpan Elapsed) Replace(int times)
    {
        using var home = new Home();
        var plugin = new VersionedPlugin(home).Lay(0);
        home.Schedule(Always);
        using var brain = home.StartReady();
        WaitForVersion(brain, 0);

        // The first replacement compiles what the others only run.
        plugin.Lay(1);
        WaitForVersion(brain, 1);
        var before = MachineProcesses.ResidentBytes(brain.Pid);
        var began = TimeProvider.System.GetTimestamp();
        for (var version = 2; version <= times; version++)
        {
            plugin.Lay(version);
            WaitForVersion(brain, version);
        }

        Wait.Until("brain and two runners, and nothing else", () => home.Processes().Count == 3, () => brain.Said);
        var elapsed = TimeProvider.System.GetElapsedTime(began);
        var after = MachineProcesses.ResidentBytes(brain.Pid);
        Assert.Equal(0, brain.Stop());

        Assert.InRange(after - before, long.MinValue, GrowthMax);
        Assert.Empty(home.Processes());
        var events = brain.Journal.Events;
        var started = events.OfType<RunEvent.Started>().Select(start => start.Key.ToString()).ToList();
        Assert.Equal(started.Distinct(), started);
        Assert.Equal(Enumerable.Range(1, started.Count).Select(n => "/w" + n), started.Select(key => key[key.IndexOf('/')..]));
        Assert.All(events.OfType<RunEvent.Ended>(), end => Assert.Equal(RunResult.Succeeded, end.Result));
        Assert.Equal(started.Count, events.OfType<RunEvent.Ended>().Count());
        var versions = Versions(brain);
        Assert.Equal(versions.Order(StringComparer.Ordinal), versions);
        Assert.Empty(Directory.GetDirectories(home.InState("plugins-in-use")));
        return (started.Count, before, after, elapsed);
    }

    private static void WaitForVersion(RunningBrain brain, int version) => Wait.Until(
        VersionedPlugin.Text(version), () => Versions(brain) is [.., var last] && last == VersionedPlugin.Text(version),
        () => brain.Said);

    private static List<string> Versions(RunningBrain brain) => [.. brain.Journal.Events.OfType<RunEvent.Ended>()
        .Where(end => end.Payload is not null).SelectMany(end => end.Payload!.Facts)
        .Select(fact => fact.Value.Value.Trim('"'))];
}
