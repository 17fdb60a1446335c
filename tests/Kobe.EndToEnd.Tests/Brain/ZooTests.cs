using System.Net;
using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>Whatever a handler does, the live brain starts the next task promptly and does not notice otherwise.
/// </summary>
[Collection(Alone.Name)]
public sealed class ZooTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KillGrace = TimeSpan.FromMilliseconds(200);

    private const string Policy = "on_unknown: skip, retries: 0";

    // A kill may be measured while the machine does something else; three in a row may not.
    private const int Tries = 3;

    [Theory]
    // handler              its limit is reached   how it ends
    [InlineData("zoo.spin", true, RunResult.Unknown)]
    [InlineData("zoo.sleep", true, RunResult.Unknown)]
    [InlineData("zoo.socket", true, RunResult.Unknown)]
    [InlineData("zoo.children", true, RunResult.Unknown)]
    [InlineData("zoo.blocks_cancel", true, RunResult.Unknown)]
    [InlineData("zoo.deadlock", true, RunResult.Unknown)]
    [InlineData("zoo.segv", false, RunResult.Unknown)]
    [InlineData("zoo.stack", false, RunResult.Unknown)]
    [InlineData("zoo.exit", false, RunResult.Unknown)]
    [InlineData("zoo.fail_fast", false, RunResult.Unknown)]
    [InlineData("zoo.background", false, RunResult.Unknown)]
    [InlineData("zoo.memory", false, RunResult.Unknown)]
    [InlineData("zoo.flood", false, RunResult.Succeeded)]
    public void NextTask_StartsWithinASecondOfTheKill_AndTheBrainIsAsBefore(
        string handler, bool reachesLimit, RunResult result)
    {
        TimeSpan waited = default;
        for (var i = 0; i < Tries; i++)
        {
            waited = Watch(handler, reachesLimit, result);
            if (waited <= TimeSpan.FromSeconds(1))
            {
                return;
            }
        }

        Assert.Fail($"The next task started {waited.TotalMilliseconds} ms late.");
    }

    private static TimeSpan Watch(string handler, bool reachesLimit, RunResult result)
    {
        var limit = reachesLimit ? Timeout.TotalSeconds : 60;
        using var home = new Home(
                $"id: animal, run: {handler}, at: \"10:05\", priority: 2, timeout: {limit}s, {Policy}",
                "id: next, run: zoo.ok, at: \"10:05\"")
            .Configured($"kill_grace: {KillGrace.TotalMilliseconds}ms", "runner: { memory: 200MiB }")
            .PlannedUpTo("2026-11-20T15:00:00Z");
        using var brain = home.Start(("KOBE_TEST_CLOCK", "2026-11-20T15:05:01Z"));
        brain.WaitFor<RunEvent.Started>();
        brain.WaitReady();
        var before = MachineProcesses.ResidentBytes(brain.Pid);

        var ended = brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "animal");
        var next = brain.WaitFor<RunEvent.Started>(start => start.Key.Task == "next");
        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "next");
        var (status, body) = brain.Get("/health");
        Wait.Until("brain and two runners, and nothing else",
            () => home.Processes().Count == 3 && brain.Runners().Count == 2);

        Assert.Equal(result, ended.Result);
        Assert.Equal((HttpStatusCode.OK, "healthy"), (status, body.GetProperty("status").GetString()));
        Assert.InRange(MachineProcesses.ResidentBytes(brain.Pid) - before, long.MinValue, 24L << 20);
        Assert.Equal(0, brain.Stop());
        Assert.Empty(home.Processes());

        var started = home.Journal.Events.OfType<RunEvent.Started>().First();
        return next.At - (reachesLimit ? started.At + Timeout + KillGrace : ended.At);
    }
}
