using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>How the brain stops when it is asked to.</summary>
public sealed class StopTests
{
    private const string Clock = "2026-11-20T15:05:01Z";

    [Theory]
    [InlineData(MachineProcesses.Terminate)]
    [InlineData(MachineProcesses.Interrupt)]
    public void Signal_EndsAnIdleBrainWith0(int signal)
    {
        using var home = new Home("id: t, run: zoo.ok, at: \"10:05\"");
        using var brain = home.StartReady();

        brain.Signal(signal);

        Assert.Equal(0, brain.WaitExit());
        Assert.IsType<RunEvent.Stopped>(home.Journal.Events[^1]);
        Assert.False(File.Exists(home.InState("brain.json")));
        Assert.Empty(home.Processes());
    }

    [Fact]
    public void Terminate_WaitsForWhatRuns_AndStartsNothingNew()
    {
        using var home = Busy("zoo.waits", "args: { file: go }, on_unknown: skip");
        using var brain = Started(home);

        brain.Signal(MachineProcesses.Terminate);
        Wait.Until("brain that stops", () => brain.Get("/health/ready").Body.GetRawText().Contains("stops"));
        File.WriteAllText(Path.Combine(home.Root, "go"), "");

        Assert.Equal(0, brain.WaitExit());
        Assert.Equal(FinalState.Succeeded, Only(home, "first").Final);
        Assert.Equal((RunState.Queued, 0), (Only(home, "second").State, Only(home, "second").Starts));
    }

    [Theory]
    // what runs    drain     signals
    [InlineData("zoo.heeds", "100ms", 1)]
    [InlineData("zoo.spin", "100ms", 1)]
    [InlineData("zoo.heeds", "10m", 2)]
    [InlineData("zoo.spin", "10m", 2)]
    public void Terminate_EndsWhatOutlivesTheDrain_OrIsSkippedByASecondSignal(string handler, string drain, int signals)
    {
        using var home = Busy(handler, "on_unknown: skip").Configured($"drain: {drain}", "kill_grace: 200ms");
        using var brain = Started(home);

        for (var i = 1; i <= signals; i++)
        {
            brain.Signal(MachineProcesses.Terminate);
            Wait.Until("brain that heard it",
                () => brain.HasEnded || brain.Said.Split("SIGTERM: ").Length > i, () => brain.Said);
        }

        Assert.Equal(0, brain.WaitExit());
        Assert.Equal(FinalState.Interrupted, Only(home, "first").Final);
        Assert.Equal(0, Only(home, "second").Starts);
        Assert.IsType<RunEvent.Stopped>(home.Journal.Events[^1]);
        Assert.Empty(home.Processes());
    }

    private static Home Busy(string handler, string more) => new Home(
            $"id: first, run: {handler}, at: \"10:05\", priority: 2, timeout: 5m, retries: 0, {more}",
            "id: second, run: zoo.ok, at: \"10:05\"")
        .PlannedUpTo("2026-11-20T15:00:00Z");

    private static RunningBrain Started(Home home)
    {
        var brain = home.Start(("KOBE_TEST_CLOCK", Clock));
        brain.WaitFor<RunEvent.Started>();
        brain.WaitReady();
        return brain;
    }

    private static Run Only(Home home, string task) =>
        Assert.Single(home.Journal.Fold().RunsOf(task, new(2026, 11, 20)));
}
