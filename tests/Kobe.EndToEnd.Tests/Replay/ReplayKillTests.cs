using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Replay;

/// <summary>A replay that is killed again and again goes on from its journal and has the same effects in the end.</summary>
[Collection(Alone.Name)]
public sealed class ReplayKillTests
{
    private static readonly string[] Rows =
    [
        "id: ask, run: effects.ask, every: 3m, overlap: queue, category: trading, kind: reconcile, on_unknown: reconcile, args: { folder: outside }",
        "id: key, run: effects.write, every: 5m, overlap: queue, on_unknown: retry, args: { folder: outside, honours: true }",
        "id: pauses, run: zoo.pauses, every: 15m, on_unknown: retry, args: { seconds: 20 }",
    ];

    [Fact]
    public Task Kill9_FiveTimes_ChangesNoEffect() => Live(kills: 5, seed: 20_261_127);

    [Fact]
    [Trait("long", "yes")]
    public Task Kill9_FiftyTimes_ChangesNoEffect() => Live(kills: 50, seed: 20_261_128);

    private static async Task Live(int kills, int seed)
    {
        using var calm = new Home(Rows);
        Directory.CreateDirectory(Path.Combine(calm.Root, "outside"));
        var undisturbed = await End(calm);

        using var home = new Home(Rows);
        Directory.CreateDirectory(Path.Combine(home.Root, "outside"));
        var journal = new JournalText(Path.Combine(home.Root, "replayed"));
        var share = new JournalText(Path.Combine(calm.Root, "replayed")).Count() / (kills + 1);
        var chance = new Random(seed);
        var cut = 0;
        for (var life = 1; life <= kills; life++)
        {
            var lines = journal.Count() + chance.Next(1, (int)Math.Max(2, (2 * share) - 2));
            using var replay = new RunningBrain(home, Words, []);
            Wait.Until(
                $"line {lines} (seed {seed}, life {life})", () => replay.HasEnded || journal.Count() >= lines, () => replay.Said);
            replay.Kill();
            cut += journal.Fold().Running is null ? 0 : 1;
        }

        var resumed = await End(home);

        Assert.Equal(Effects(calm), Effects(home));
        Assert.Equal(Finals(calm), Finals(home));
        Assert.Equal((0, true), (resumed.GetProperty("invariantsBroken").GetInt32(), resumed.GetProperty("finished").GetBoolean()));
        Assert.True(undisturbed.GetProperty("finished").GetBoolean());
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {cut} of them in the middle of a run, seed {seed}.");
        Assert.InRange(cut, 1, kills);
    }

    private static string[] Words =>
        ["replay", "--date", "2026-11-27", "--plugins", "plugins", "--state", "replayed", "--json"];

    private static async Task<JsonElement> End(Home home) =>
        JsonDocument.Parse((await KobeProcess.Run(home.Root, [], Words)).ShouldEndWith0().Output).RootElement;

    private static string[] Effects(Home home) => [.. Directory.GetFiles(Path.Combine(home.Root, "outside"))
        .SelectMany(File.ReadAllLines).Order(StringComparer.Ordinal)];

    private static string[] Finals(Home home)
    {
        var ledger = new JournalText(Path.Combine(home.Root, "replayed")).Fold();
        return [.. ledger.Dates().SelectMany(date => ledger.TasksOn(date).SelectMany(task => ledger.RunsOf(task, date)))
            .Select(run => $"{run.Key} {(run.State == RunState.Final ? run.Final : run.State)}").Order(StringComparer.Ordinal)];
    }
}
