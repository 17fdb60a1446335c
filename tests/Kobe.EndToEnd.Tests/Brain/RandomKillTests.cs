using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>
/// The brain is killed again and again at moments that chance picks, while a dozen tasks fall due every minute; each
/// life begins a minute later than the last. In the end every occurrence has exactly one final state.
/// </summary>
[Collection(Alone.Name)]
public sealed class RandomKillTests
{
    private const int RowsEach = 3;
    private static readonly DateTimeOffset Begin = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Date = new(2026, 11, 20);

    private static readonly (string Name, string Keys)[] Policies =
    [
        ("ask", "run: effects.ask, category: trading, kind: other, on_unknown: reconcile, args: { folder: . }"),
        ("key", "run: effects.write, on_unknown: retry, args: { folder: ., honours: true }"),
        ("blind", "run: effects.write, on_unknown: retry, args: { folder: . }"),
        ("skip", "run: effects.write, on_unknown: skip, args: { folder: . }"),
    ];

    private static readonly string[] Tasks =
        [.. Policies.SelectMany(policy => Enumerable.Range(1, RowsEach).Select(row => $"{policy.Name}{row}"))];

    [Fact]
    public void Kill9_TwentyTimes_LosesNothing_AndStartsNothingTwiceWithoutPolicy() =>
        Live(kills: 20, seed: 20_261_120);

    [Fact]
    [Trait("long", "yes")]
    public void Kill9_TwoHundredTimes_LosesNothing_AndStartsNothingTwiceWithoutPolicy() =>
        Live(kills: 200, seed: 20_261_121);

    private static void Live(int kills, int seed)
    {
        using var home = new Home(
            [.. Policies.SelectMany(policy => Enumerable.Range(1, RowsEach).Select(row =>
                $"id: {policy.Name}{row}, every: 1m, overlap: queue, grace: 1h, expires: 4h, {policy.Keys}"))]);
        home.PlannedUpTo($"{Begin:s}Z");
        var chance = new Random(seed);
        var interrupted = 0;
        for (var life = 1; life <= kills; life++)
        {
            // A life writes some forty lines: it is killed while any of them is being written, or just after.
            var lines = Lines(home) + chance.Next(1, 3 * Tasks.Length);
            using var brain = home.Start(("KOBE_TEST_CLOCK", Clock(life)));
            Wait.Until($"line {lines} (seed {seed}, life {life})", () => Lines(home) >= lines, () => brain.Said);
            brain.Kill();
            interrupted += home.Journal.Fold().Running is null ? 0 : 1;
        }

        using (var last = home.Start(("KOBE_TEST_CLOCK", Clock(kills + 1))))
        {
            last.WaitReady();
            Wait.Until("idle brain", () => home.Journal.Fold() is { Running: null, OpenCount: 0 } ledger
                && ledger.Watermark > Begin.AddMinutes(kills + 1), () => last.Said);
            Assert.Equal(0, last.Stop());
        }

        Judge(home, kills, seed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills, {interrupted} of them in the middle of a run, seed {seed}.");
        Assert.InRange(interrupted, kills / 10, kills);
    }

    private static void Judge(Home home, int kills, int seed)
    {
        var events = home.Journal.Events;
        var ledger = home.Journal.Fold();
        foreach (var task in Tasks)
        {
            var effects = Effects(home, task);
            for (var minute = 1; minute <= kills + 1; minute++)
            {
                var key = new OccurrenceKey(task, Date, $"/{(10 * 60) + minute}");
                var run = ledger.Find(key);
                var starts = events.OfType<RunEvent.Started>().Count(started => started.Key == key);
                var effect = effects.Count(text => text == key.ToString());
                Assert.True(
                    run is { State: RunState.Final } && run.Starts == starts && IsRight(task, run, effect),
                    $"{key}: {run?.State} {run?.Final}, {starts} starts, {effect} effects; seed {seed}");
            }
        }

        Assert.Equal((kills + 1) * Tasks.Length, ledger.Total().Planned);
    }

    // What each policy promises; an interrupted one may have had its effect, and nobody runs it again.
    private static bool IsRight(string task, Run run, int effects) => task[..^1] switch
    {
        "ask" => run.Final == FinalState.Succeeded && effects == 1,
        "key" => run.Final == FinalState.Succeeded && effects == 1,
        "blind" => run.Final == FinalState.Succeeded && effects >= 1 && effects <= run.Starts,
        _ => run.Starts == 1 && (run.Final == FinalState.Succeeded
            ? effects == 1
            : run.Final == FinalState.Interrupted && effects <= 1),
    };

    private static string Clock(int life) => $"{Begin.AddMinutes(life).AddSeconds(1):s}Z";

    private static long Lines(Home home) => home.Journal.Count();

    private static string[] Effects(Home home, string task)
    {
        var file = Path.Combine(home.Root, task + ".effects");
        return File.Exists(file) ? File.ReadAllLines(file) : [];
    }
}
