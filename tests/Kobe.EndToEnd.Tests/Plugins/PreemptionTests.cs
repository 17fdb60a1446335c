using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Plugins;

/// <summary>A critical task doesn't wait for a long one, whether that one heeds its token or not.</summary>
[Collection(Alone.Name)]
public sealed class PreemptionTests
{
    // The promise of semantics.md; a kill and the spare's turn included.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    private static readonly DateTimeOffset Due = new(2026, 11, 20, 15, 5, 0, TimeSpan.Zero);

    private static readonly string[] Handlers = ["zoo.waits", "zoo.spins_for"];

    [Fact]
    public void Critical_StartsWithinTwoSeconds_AndThePreemptedOneRunsAgain() => Trials(3);

    [Fact]
    [Trait("long", "yes")]
    public void Critical_StartsWithinTwoSeconds_FiftyTimes()
    {
        var waits = Trials(50).Order().ToList();
        var text = $"""
            # Pre-emption

            A critical task falls due while a preemptible handler with a time limit of 5 minutes runs; every other one of them
            never looks at its token and has to be killed. Measured by the journal's times in {waits.Count} trials on
            {Environment.ProcessorCount} processors: from due to started, in milliseconds. The limit is {Bound.TotalMilliseconds}.

            | least | median | 95th of 100 | most |
            |---|---|---|---|
            | {Ms(waits[0])} | {Ms(waits[waits.Count / 2])} | {Ms(waits[waits.Count * 95 / 100])} | {Ms(waits[^1])} |

            """;
        Evidence.Keep("preemption.md", text);
    }

    private static string Ms(TimeSpan wait) => $"{wait.TotalMilliseconds:0}";

    private static List<TimeSpan> Trials(int count)
    {
        var waits = Enumerable.Range(0, count).Select(trial => Trial(Handlers[trial % Handlers.Length])).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, Bound));
        return waits;
    }

    private static TimeSpan Trial(string handler)
    {
        using var home = new Home();
        var gate = Path.Combine(home.Root, "gate");
        home.Schedule(
            $"id: long, run: {handler}, args: {{ file: \"{gate}\" }}, at: \"10:04\", timeout: 300s",
            "id: critical, run: zoo.ok, at: \"10:05\", priority: critical");
        home.PlannedUpTo("2026-11-20T15:03:00Z");
        using var brain = home.Start(("KOBE_TEST_CLOCK", "2026-11-20T15:04:50Z"));
        brain.WaitFor<RunEvent.Started>(start => start.Key.Task == "long" && start.At < Due);

        var critical = brain.WaitFor<RunEvent.Started>(start => start.Key.Task == "critical");
        brain.WaitFor<RunEvent.Started>(start => start.Key.Task == "long" && start.Start == 2);
        File.WriteAllText(gate, "");
        brain.WaitFor<RunEvent.Ended>(end => end.Key.Task == "long" && end.Result == RunResult.Succeeded);
        Assert.Equal(0, brain.Stop());

        var ends = brain.Journal.Events.OfType<RunEvent.Ended>().Select(end => $"{end.Key.Task} {end.Result}");
        Assert.Equal(["long Preempted", "critical Succeeded", "long Succeeded"], ends);
        return critical.At - Due;
    }
}
