using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;

namespace Kobe.EndToEnd.Tests.Plugins;

/// <summary>Hostile plugins against the real brain: what <see cref="ZooTests"/> leaves out.</summary>
[Collection(Alone.Name)]
public sealed class HostilePluginTests
{
    private const string Clock = "2026-11-20T15:05:01Z";

    // The one of the table that may change orders: before it runs nothing can have happened, so it is tried again too.
    private const string Orders = "zoo.throws_in_constructor";

    [Theory]
    // handler                what becomes of it          how often it started
    [InlineData("zoo.throws", "Failed", 2)]
    [InlineData(Orders, "Failed", 2)]
    [InlineData("zoo.returns_null", "Failed", 2)]
    [InlineData("zoo.undeclared", "Failed", 1)]
    [InlineData("zoo.afterwards", "Succeeded", 1)]
    [InlineData("zoo.flood_child", "Succeeded", 1)]
    [InlineData("zoo.logs", "Succeeded", 1)]
    public void OneThatMisbehaves_EndsAsItShould_AndTheNextOneRuns(string handler, string final, int starts)
    {
        using var home = new Home(
                $"id: animal, run: {handler}, at: \"10:05\", priority: 2, timeout: 20s, retries: 1, "
                    + $"backoff: {{ base: 1s, cap: 1s }}{(handler == Orders ? ", category: trading, kind: other" : "")}",
                "id: next, run: zoo.ok, at: \"10:05\"")
            .PlannedUpTo("2026-11-20T15:00:00Z");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", Clock));

        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "next" && end.Result == RunResult.Succeeded);
        Wait.Until("end", () => home.Journal.Fold() is { OpenCount: 0, Running: null }, () => brain.Said);
        Assert.Equal(0, brain.Stop());

        var run = home.Journal.Fold().Find(brain.Journal.Events.OfType<RunEvent.Started>().First(
            start => start.Key.Task == "animal").Key)!;
        Assert.Equal((final, starts), (run.Final.ToString(), run.Starts));
        Assert.Empty(home.Processes());
    }

    [Fact]
    public void Poison_IsQuarantinedAfterTwoCrashes_WithAnAlert()
    {
        using var home = new Home(
                "id: poison, run: zoo.fail_fast, at: [\"10:03\", \"10:04\", \"10:05\"], overlap: queue, grace: 1h, expires: 4h, "
                    + "catch_up: { all: 5 }, on_unknown: skip, retries: 0",
                "id: next, run: zoo.ok, at: \"10:05\"")
            .PlannedUpTo("2026-11-20T15:00:00Z");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", Clock));

        var quarantined = brain.WaitFor<RunEvent.Quarantined>();
        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "next");
        Wait.Until("end", () => home.Journal.Fold().OpenCount == 0 || brain.Said.Contains("quarantine"), () => brain.Said);
        Assert.Equal(0, brain.Stop());

        Assert.Equal("poison", quarantined.Task);
        Assert.Equal(2, brain.Journal.Events.OfType<RunEvent.Started>().Count(start => start.Key.Task == "poison"));
        Assert.Contains("kobe unquarantine poison", brain.Said);
    }

    [Fact]
    public void FoldersNobodyCanVouchFor_AreRefused_AndTheRestRuns()
    {
        using var home = new Home("id: ok, run: zoo.ok, at: \"10:05\"").PlannedUpTo("2026-11-20T15:00:00Z");
        var open = Folder(home, "Open");
        File.SetUnixFileMode(open, File.GetUnixFileMode(open) | UnixFileMode.OtherWrite);
        File.CreateSymbolicLink(Path.Combine(Folder(home, "Leaves"), "out"), "/etc/hostname");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", Clock));

        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "ok" && end.Result == RunResult.Succeeded);
        Assert.Equal(0, brain.Stop());

        Assert.Contains($"PLUGIN: Open is not loaded: {open} can be changed by everybody: chmod o-w it.", brain.Said);
        Assert.Contains("PLUGIN: Leaves is not loaded: ", brain.Said);
        Assert.Equal(3, brain.Said.Split("PLUGIN: ").Length);
    }

    [Fact]
    public async Task OnlyWhatWasApproved_IsLoaded()
    {
        using var home = new Home("id: ok, run: zoo.ok, at: \"10:05\"", "id: effects, run: effects.write, at: \"10:05\"")
            .PlannedUpTo("2026-11-20T15:00:00Z");
        (await home.Run("plugins lock")).ShouldWork();
        (await home.Run("plugins verify")).ShouldWork();
        var assembly = Path.Combine(home.Root, "plugins", "Kobe.Fixtures.Effects", "Kobe.Fixtures.Effects.deps.json");
        File.AppendAllText(assembly, "\n");

        var verified = await home.Run("plugins verify");
        var once = await home.Once(Clock);

        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("Kobe.Fixtures.Effects.deps.json has changed", verified.Output);
        Assert.Contains("PLUGIN: Kobe.Fixtures.Effects is not loaded: It is not what plugins.lock.json approved", once.Error);
        var ledger = home.Journal.Fold();
        Assert.Equal(["effects Skipped", "ok Succeeded"], home.Journal.Events.OfType<RunEvent.Queued>()
            .Select(queued => queued.Key).Concat(home.Journal.Events.OfType<RunEvent.Closed>().Select(closed => closed.Key))
            .Distinct().Select(key => $"{key.Task} {ledger.Find(key)!.Final}").Order());
    }

    [Fact]
    public void FilesOverwrittenInPlace_TouchNothingThatRuns()
    {
        using var home = new Home("id: ok, run: zoo.ok, whenever: { cooldown: 1s }");
        using var brain = home.StartReady();
        brain.WaitFor<RunEvent.Ended>();
        var plugin = Path.Combine(home.Root, "plugins", "Kobe.Fixtures.Zoo", "Kobe.Fixtures.Zoo.dll");

        using (var file = File.OpenWrite(plugin))
        {
            file.SetLength(100);
        }

        brain.WaitForWords("those in force go on");
        var before = brain.Journal.Events.OfType<RunEvent.Ended>().Count();
        Wait.Until("two more runs", () => brain.Journal.Events.OfType<RunEvent.Ended>().Count() > before + 1, () => brain.Said);

        Assert.Equal(0, brain.Stop());
        Assert.All(brain.Journal.Events.OfType<RunEvent.Ended>(), end => Assert.Equal(RunResult.Succeeded, end.Result));
    }

    private static string Folder(Home home, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(home.Root, "plugins", name)).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".dll"), "no assembly");
        return folder;
    }
}
