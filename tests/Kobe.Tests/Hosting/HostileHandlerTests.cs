using System.Diagnostics;
using Kobe.Hosting;

namespace Kobe.Tests.Hosting;

/// <summary>The zoo: whatever a handler does, the next task starts promptly, and nothing is left behind.</summary>
[Collection(Alone.Name)]
public class HostileHandlerTests
{
    // A second by the plan; the rest is for a machine that is busy with other tests.
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("zoo.spin")]
    [InlineData("zoo.sleep")]
    [InlineData("zoo.socket")]
    [InlineData("zoo.blocks_cancel")]
    [InlineData("zoo.late")]
    public void Kill_EndsWhatNeverEnds_AndTheSpareTakesOver(string handler)
    {
        using var stage = new Stage();
        stage.WaitForRunners(2);
        var pid = stage.Host.Pids[0];
        var request = stage.Start(handler);
        stage.WaitForLine("started");

        stage.Host.Cancel(request.Start);
        var begun = Stopwatch.GetTimestamp();
        stage.Host.Kill("time limit");
        var result = stage.ResultOf(request);
        var next = stage.Run("zoo.ok");

        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, Promptly);
        Assert.Equal((AttemptOutcome.Died, "time limit"), (result.Outcome, result.Reason));
        Assert.Equal(AttemptOutcome.Succeeded, next.Outcome);
        Assert.Single(stage.Heard.All<AttemptResult>(), ended => ended.Key == request.Key);
        Assert.False(Processes.IsAlive(pid));
    }

    [Theory]
    // handler                what is said of the end
    [InlineData("zoo.stack", "The runner aborted (SIGABRT)")]
    [InlineData("zoo.exit", "The runner ended with 0 and without an answer.")]
    [InlineData("zoo.fail_fast", "The runner aborted (SIGABRT)")]
    [InlineData("zoo.segv", "The runner broke down (SIGSEGV).")]
    [InlineData("zoo.background", "The runner ended with 70: InvalidOperationException: nobody watches this thread")]
    public void Death_IsSeen_AndTheSpareTakesOver(string handler, string why)
    {
        using var stage = new Stage();
        stage.WaitForRunners(2);
        var pid = stage.Host.Pids[0];

        var result = stage.Run(handler);
        var begun = Stopwatch.GetTimestamp();
        var next = stage.Run("zoo.ok");

        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, Promptly);
        Assert.Equal(AttemptOutcome.Died, result.Outcome);
        Assert.StartsWith(why, result.Error, StringComparison.Ordinal);
        Assert.Equal(AttemptOutcome.Succeeded, next.Outcome);
        Assert.False(Processes.IsAlive(pid));
        stage.WaitForRunners(3);
    }

    [Fact]
    public void Memory_RunsOutInTheRunnerOnly()
    {
        using var stage = new Stage();
        stage.WaitForRunners(2);
        var before = Processes.ResidentBytes(Environment.ProcessId);
        var pid = stage.Host.Pids[0];

        var result = stage.Run("zoo.memory");
        var next = stage.Run("zoo.ok");

        Assert.Equal(AttemptOutcome.Unknown, result.Outcome);
        Assert.StartsWith("OutOfMemoryException", result.Error, StringComparison.Ordinal);
        Assert.Equal(AttemptOutcome.Succeeded, next.Outcome);
        stage.Heard.WaitFor<RunnerChange.Gone>(gone => gone.Pid == pid);
        Assert.InRange(Processes.ResidentBytes(Environment.ProcessId) - before, long.MinValue, 64L * 1024 * 1024);
    }

    [Theory]
    [InlineData("zoo.flood")]
    [InlineData("zoo.flood_child")]
    public void Output_IsCutOff_AndHoldsUpNobody(string handler)
    {
        using var stage = new Stage(spare: false);
        stage.WaitForRunners(1);
        var before = Processes.ResidentBytes(Environment.ProcessId);

        var result = stage.Run(handler);

        // Output has a pipe and a thread of its own: it may come after the result.
        long Printed() => stage.Heard.All<HandlerReport.Printed>().Sum(line => (long)line.Text.Length);
        stage.Heard.WaitFor<HandlerReport.Printed>(_ => Printed() >= 30_000);
        stage.Host.Dispose();

        Assert.Equal(AttemptOutcome.Succeeded, result.Outcome);
        Assert.InRange(Printed(), 30_000, 70_000);
        Assert.InRange(Processes.ResidentBytes(Environment.ProcessId) - before, long.MinValue, 32L * 1024 * 1024);
    }

    [Fact]
    public void Children_DieWithTheirRunner_AlsoInASessionOfTheirOwn()
    {
        using var stage = new Stage();
        stage.WaitForRunners(2);
        var request = stage.Start("zoo.children");
        var children = stage.WaitForLine("children").Split(' ')[1..].Select(int.Parse).ToList();

        stage.Host.Kill("time limit");
        stage.ResultOf(request);

        Assert.Equal(2, children.Count);
        Assert.All(children, child => Assert.False(Processes.IsAlive(child)));
    }

    [Fact]
    public void ThrowAfterSuccess_LeavesTheOutcome_AndNamesThePlugin()
    {
        using var stage = new Stage();
        stage.WaitForRunners(2);

        var result = stage.Run("zoo.afterwards");
        var gone = stage.Heard.WaitFor<RunnerChange.Gone>(_ => true);

        Assert.Equal(AttemptOutcome.Succeeded, result.Outcome);
        Assert.Equal("Kobe.Fixtures.Zoo", gone.Plugin);
        Assert.Contains("too late to matter", gone.Why, StringComparison.Ordinal);
        Assert.Equal(AttemptOutcome.Succeeded, stage.Run("zoo.ok").Outcome);
    }

    [Fact]
    public void Kill_HasTheLastWord_OverAnAnswerThatWasOnItsWay()
    {
        using var hold = new ManualResetEventSlim(false);
        using var stage = new Stage(spare: false);
        stage.Heard.Hold = hold;
        var request = stage.Start("zoo.talks");
        stage.Heard.WaitFor<HandlerReport.Printed>(printed => printed.Text == "printed");

        // It waits for orders again, so its answer is in the pipe, behind the line that the host is held up with.
        Assert.True(SpinWait.SpinUntil(() => Processes.State(stage.Host.Pids[0]) == 'S', Heard.Patience));
        stage.Host.Kill("time limit");
        hold.Set();

        Assert.Equal(AttemptOutcome.Died, stage.ResultOf(request).Outcome);
        Assert.Equal(AttemptOutcome.Succeeded, stage.Run("zoo.ok").Outcome);
        Assert.Single(stage.Heard.All<AttemptResult>(), ended => ended.Key == request.Key);
    }

    [Fact]
    public void Kill_OfSeveralInARow_WaitsForTheNextRunner()
    {
        using var stage = new Stage();

        for (var i = 0; i < 4; i++)
        {
            var request = stage.Start("zoo.spin");
            stage.Heard.WaitFor<HandlerReport.Logged>(line => line.Key == request.Key.ToString());
            stage.Host.Kill("time limit");
            Assert.Equal(AttemptOutcome.Died, stage.ResultOf(request).Outcome);
        }

        Assert.Equal(AttemptOutcome.Succeeded, stage.Run("zoo.ok").Outcome);
    }

    [Fact]
    public void Runner_SeesOnlyTheEnvironmentAndSecrets_ThatItIsGranted()
    {
        Environment.SetEnvironmentVariable("KOBE_PLANTED_TOKEN", "canary");
        using var stage = new Stage(spare: false, change: settings => settings with
        {
            Secrets = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["Kobe.Fixtures.Zoo"] = new Dictionary<string, string> { ["KEY"] = "four" },
            },
        });

        var result = stage.Run("zoo.surroundings");

        Assert.DoesNotContain("KOBE_PLANTED_TOKEN", result.Evidence, StringComparison.Ordinal);
        Assert.Contains("\"PATH\"", result.Evidence, StringComparison.Ordinal);
        Assert.DoesNotContain("DOTNET_GC", result.Evidence, StringComparison.Ordinal);
        Assert.Contains("\"secret\":4", result.Evidence, StringComparison.Ordinal);
    }
}
