using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>When the brain is killed, nothing goes on behind its back.</summary>
[Collection(Alone.Name)]
public sealed class BrainDeathTests
{
    private const int Tries = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData("zoo.ok")]
    [InlineData("zoo.spin")]
    [InlineData("zoo.sleep")]
    [InlineData("zoo.children")]
    public void Kill9_LeavesNoRunnerAliveAfter200Milliseconds(string handler)
    {
        TimeSpan took = default;
        for (var i = 0; i < Tries; i++)
        {
            took = Watch(handler);
            if (took <= Limit)
            {
                return;
            }
        }

        Assert.Fail($"A runner lived for {took.TotalMilliseconds} ms.");
    }

    private static TimeSpan Watch(string handler)
    {
        using var home = new Home($"id: t, run: {handler}, at: \"10:05\", timeout: 5m")
            .PlannedUpTo("2026-11-20T15:00:00Z");
        using var brain = home.Start(("KOBE_TEST_CLOCK", "2026-11-20T15:05:01Z"));
        brain.WaitFor<RunEvent.Started>();
        brain.WaitReady();
        var runners = Wait.For("two runners", () => brain.Runners() is { Count: 2 } two ? two : null);

        brain.Kill();
        var began = TimeProvider.System.GetTimestamp();
        Wait.Until("end of the runners", () => !runners.Any(MachineProcesses.IsAlive));
        return TimeProvider.System.GetElapsedTime(began);
    }
}
