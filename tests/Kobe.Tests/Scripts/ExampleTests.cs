using System.Diagnostics;
using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Core.Schedules;
using Kobe.Hosting;
using Kobe.Markets;
using Kobe.Schedules;
using Kobe.Testing;
using Kobe.Tests.Hosting;

namespace Kobe.Tests.Scripts;

/// <summary>The examples that come with the plugin, by their rows and in a real runner.</summary>
[UnsupportedOSPlatform("windows")]
public class ExampleTests
{
    private static readonly string Examples = Repository.At("plugins", "Kobe.Plugins.Scripts", "examples");

    [Fact]
    public void Rows_AreLegal_AndEachEndsWell()
    {
        SkipWithout("python3");
        using var stage = new Stage(
            spare: false, change: settings => settings with { WorkingDirectory = Repository.At() },
            fixtures: "Kobe.Plugins.Scripts");
        var catalogue = stage.Host.WaitForCatalogue(Heard.Patience)!;
        using var folder = new PluginFolders();
        folder.Write("schedule", "rows.yaml", File.ReadAllText(Path.Combine(Examples, "rows.yaml")));
        var zones = new MachineZones();

        var schedule = ScheduleLoader.Load(
            Path.Combine(folder.Root, "schedule"), zones, new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero),
            ScheduleSettings.Default(zones), catalogue, _ => { }).Schedule;

        Assert.Equal(2, schedule.Tasks.Count);
        Assert.All(schedule.Tasks, task =>
        {
            var result = stage.Run(task.Run, TaskArguments.Json(task.Args));
            Assert.True(result.Outcome == AttemptOutcome.Succeeded, $"{task.Id}: {result.Outcome} {result.Error}");
            Assert.Single(result.Facts);
        });
        var gaps = stage.Heard.All<AttemptResult>()[1];
        Assert.Equal("""{"symbol": "SPY", "percent": 0.9823}""", gaps.Facts["gap.widest"]);
        Assert.Equal("SPY stepped 0.98 %", Assert.Single(gaps.Discoveries).Title);
    }

    [Fact]
    public void Examples_LieBesideThePlugin_ExecutableAsTheyAre() =>
        Assert.All(["disk_use.sh", "spread_gaps.py"], name => Assert.True(File.GetUnixFileMode(
            Path.Combine(Stage.Built("Kobe"), "plugins", "Kobe.Plugins.Scripts", "examples", name))
            .HasFlag(UnixFileMode.UserExecute)));

    [Fact]
    public void BadInput_EndsFatal()
    {
        SkipWithout("python3");
        using var script = new Script("exit 0");

        var end = script.Run(new(Path.Combine(Examples, "spread_gaps.py"), Stdin: "[]"));

        Assert.StartsWith("spread_gaps.py ended with 2: stdin: ", Assert.IsType<TaskResult.Fatal>(end).Error);
    }

    [Fact]
    public void FactsThatTheRowDoesNotName_AreRefused_ByTheRunnerToo()
    {
        using var stage = new Stage(spare: false, fixtures: "Kobe.Plugins.Scripts");

        var result = stage.Run("script.run", """{"program":"echo","arguments":["{\"facts\":{\"a.b\":1}}"],"facts":["c"]}""");

        Assert.Equal(AttemptOutcome.Fatal, result.Outcome);
        Assert.Contains("'a.b'", result.Error, StringComparison.Ordinal);
    }

    private static void SkipWithout(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true });
            process!.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed.");
        }
    }
}
