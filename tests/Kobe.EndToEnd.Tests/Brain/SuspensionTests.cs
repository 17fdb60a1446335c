using System.Net;
using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>A brain that the machine stops for a while wakes up late, and is late by the rules.</summary>
public sealed class SuspensionTests
{
    private static readonly TimeSpan Stop = TimeSpan.FromSeconds(6);

    [Fact]
    public void Stop_IsLateness_NotAStepOfTheClock()
    {
        using var home = new Home(
            "id: early, run: zoo.ok, once: \"2026-11-20T10:05:00\", grace: 1h",
            "id: strict, run: zoo.ok, once: \"2026-11-20T10:05:00\", grace: 1s, catch_up: none");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:04:57Z"));

        brain.Signal(MachineProcesses.Stop);
        var began = TimeProvider.System.GetTimestamp();
        Wait.Until("end of the pause", () => TimeProvider.System.GetElapsedTime(began) > Stop);
        brain.Signal(MachineProcesses.Continue);

        var ended = brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "early");
        var missed = brain.WaitFor<RunEvent.Closed>(closed => closed.Key.Task == "strict");
        Assert.Equal(NextStep.Final(FinalState.Succeeded), ended.Next);
        Assert.Equal(FinalState.Missed, missed.State);
        Assert.Empty(home.Journal.Events.OfType<RunEvent.ClockStepped>());
        Wait.Until("200", () => brain.Get("/health").Status == HttpStatusCode.OK);
        Assert.Equal(0, brain.Stop());
    }
}
