using System.Diagnostics;
using Kobe.Hosting;

namespace Kobe.Tests.Hosting;

/// <summary>When the brain is killed, its runners are gone at once, and a new brain's wait for that.</summary>
public class BrainDeathTests
{
    [Theory]
    [InlineData("zoo.ok")]
    [InlineData("zoo.spin")]
    [InlineData("zoo.sleep")]
    public void Kill9_OfTheBrain_EndsItsRunners(string handler)
    {
        using var folder = new PluginFolders();
        folder.Copy("Kobe.Fixtures.Zoo");
        var laneLock = Path.Combine(folder.Root, ".lane.lock");
        var launcher = Path.Combine(Stage.Built("Kobe.Fixtures.Launcher"), "Kobe.Fixtures.Launcher.dll");
        using var brain = Process.Start(new ProcessStartInfo("dotnet", [launcher, folder.Root, laneLock, handler])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var runners = brain.StandardOutput.ReadLine()!.Split(' ').Select(int.Parse).ToList();
        Assert.All(runners, runner => Assert.True(Processes.IsAlive(runner)));

        brain.Kill();
        brain.WaitForExit();

        // The next brain's runner gets the lane's lock only when the orphan is dead: its first answer proves it.
        using var stage = new Stage(plugins: folder.Root, laneLock: laneLock, spare: false);
        stage.Run("zoo.ok");
        Assert.Equal(2, runners.Count);
        Assert.All(runners, runner => Assert.False(Processes.IsAlive(runner)));
    }

    [Fact]
    public void Lock_KeepsASecondLaneFromRunning()
    {
        using var folder = new PluginFolders();
        var laneLock = Path.Combine(folder.Root, "lane.lock");
        using var first = new Stage(laneLock: laneLock, spare: false);
        Assert.Equal(AttemptOutcome.Succeeded, first.Run("zoo.ok").Outcome);
        using var second = new Stage(laneLock: laneLock, spare: false);
        second.WaitForRunners(1);

        var waiting = second.Start("zoo.ok");
        Assert.True(SpinWait.SpinUntil(() => WaitsForALock(second.Host.Pids[0]), Heard.Patience));
        first.Host.Dispose();

        Assert.Equal(AttemptOutcome.Succeeded, second.ResultOf(waiting).Outcome);
    }

    // A line with an arrow is somebody who waits: "1: -> FLOCK  ADVISORY  WRITE pid …".
    private static bool WaitsForALock(int pid) =>
        File.ReadLines("/proc/locks").Any(line => line.Contains("->") && line.Contains($" {pid} "));
}
