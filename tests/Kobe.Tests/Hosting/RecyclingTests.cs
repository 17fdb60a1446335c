using Kobe.Hosting;

namespace Kobe.Tests.Hosting;

/// <summary>A runner gives way to a fresh one after its share of runs, or when it has grown, and never without one.</summary>
[Collection(Alone.Name)]
public class RecyclingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ARunner_GivesWay_AfterItsRuns(bool spare)
    {
        using var stage = new Stage(spare: spare, change: settings => settings with { RecycleAfter = 3 });
        stage.WaitForRunners(spare ? 2 : 1);
        var pid = stage.Host.Pids[0];

        var outcomes = Enumerable.Range(0, 4).Select(_ => stage.Run("zoo.ok").Outcome).ToList();
        var recycled = stage.Heard.WaitFor<RunnerChange.Recycled>(change => change.Pid == pid);

        Assert.All(outcomes, outcome => Assert.Equal(AttemptOutcome.Succeeded, outcome));
        Assert.Equal("A fresh one takes its place after 3 runs.", recycled.Why);
        Assert.False(Processes.IsAlive(pid));
        Assert.DoesNotContain(pid, stage.Host.Pids);
        Assert.Empty(stage.Heard.All<RunnerChange.Gone>());
    }

    [Fact]
    public void ARunner_GivesWay_WhenItHasGrown()
    {
        using var stage = new Stage(change: settings => settings with { MemoryMark = 1 });
        stage.WaitForRunners(2);
        var pid = stage.Host.Pids[0];

        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(AttemptOutcome.Succeeded, stage.Run("zoo.ok").Outcome);
        }

        var recycled = stage.Heard.WaitFor<RunnerChange.Recycled>(change => change.Pid == pid);
        Assert.Matches("^A fresh one takes its place: it had grown to [1-9][0-9]+ MiB in 8 runs.$", recycled.Why);
    }

    [Fact]
    public void ARunner_StaysInPlace_ByTheUsualSettings()
    {
        using var stage = new Stage();
        stage.WaitForRunners(2);
        var pid = stage.Host.Pids[0];

        for (var i = 0; i < 16; i++)
        {
            stage.Run("zoo.ok");
        }

        Assert.Equal(pid, stage.Host.Pids[0]);
        Assert.Empty(stage.Heard.All<RunnerChange.Recycled>());
        Assert.Equal((96L << 20) + (100L << 20), stage.Settings.MemoryMark);
    }
}
