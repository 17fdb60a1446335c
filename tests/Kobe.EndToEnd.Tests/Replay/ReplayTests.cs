using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;

namespace Kobe.EndToEnd.Tests.Replay;

/// <summary><c>kobe replay</c>: days on a clock that jumps, with real handlers in a real runner.</summary>
public class ReplayTests
{
    private const string Day = "--date 2026-11-27 --plugins plugins";

    private static readonly string[] Rows =
    [
        "id: first, run: zoo.ok, at: \"00:00\"",
        "id: poll, run: zoo.ok, every: 10m, from: open, to: close, category: monitoring",
        "id: fails, run: zoo.throws, at: \"11:00\", retries: 1",
        "id: pauses, run: zoo.pauses, at: \"12:00\", timeout: 2m, args: { seconds: 90 }",
        "id: behind, run: zoo.ok, at: \"12:01\", category: monitoring",
        "id: late, run: zoo.pauses, at: \"15:00\", timeout: 10s, retries: 0, args: { seconds: 60 }",
        "id: deaf, run: zoo.pauses, at: \"16:00\", timeout: 10s, on_unknown: skip, args: { seconds: 60, heeds: false }",
        "id: close, run: zoo.ok, at: close-5m",
    ];

    [Fact]
    public async Task Day_IsAccountedFor_WithoutTakingItsTime()
    {
        using var home = new Home(Rows);
        var json = await Replay(home, Day);

        Assert.Equal((0, true), (json.GetProperty("invariantsBroken").GetInt32(), json.GetProperty("finished").GetBoolean()));
        var day = Assert.Single(json.GetProperty("days").EnumerateArray());
        Assert.Equal("2026-11-27", day.GetProperty("date").GetString());

        // An early close: half of the usual steps, and close-5m in the early afternoon.
        Assert.Equal(22 + 6, day.GetProperty("planned").GetInt32());
        Assert.Equal(
            new() { ["succeeded"] = 22 + 3, ["failed"] = 2, ["interrupted"] = 1 },
            day.GetProperty("outcomes").EnumerateObject().Where(state => state.Value.GetInt32() > 0)
                .ToDictionary(state => state.Name, state => state.Value.GetInt32()));
    }

    [Fact]
    public async Task Waits_PassOnTheReplaysClock()
    {
        using var home = new Home(Rows);
        var json = await Replay(home, Day);
        var events = Journal(home, json).Events;

        // 90 s of waiting and 0.1 s of work; what fell due meanwhile starts behind it.
        var waited = Assert.Single(events.OfType<RunEvent.Ended>(), ended => ended.Key.Task == "pauses");
        Assert.Equal((RunResult.Succeeded, 90_100), (waited.Result, waited.DurationMs));
        Assert.Contains("90000", waited.Payload!.Evidence!.Value.Value, StringComparison.Ordinal);
        Assert.Equal(
            waited.At, Assert.Single(events.OfType<RunEvent.Started>(), started => started.Key.Task == "behind").At);

        var late = Assert.Single(events.OfType<RunEvent.Ended>(), ended => ended.Key.Task == "late");
        Assert.Equal((RunResult.Failed, "time limit of 10s reached"), (late.Result, late.Error));
        Assert.InRange(late.DurationMs, 10_000, 10_010);

        // It does not heed its token: killed after the grace, as it would be.
        var deaf = Assert.Single(events.OfType<RunEvent.Ended>(), ended => ended.Key.Task == "deaf");
        Assert.Equal((RunResult.Unknown, true), (deaf.Result, deaf.Crashed));
        Assert.InRange(deaf.DurationMs, 12_000, 12_010);

        // The first retry comes a minute later, give or take a tenth.
        var fails = events.OfType<RunEvent.Started>().Where(started => started.Key.Task == "fails").ToList();
        Assert.InRange((fails[1].At - fails[0].At).TotalSeconds, 54, 67);
    }

    [Fact]
    public async Task SameQuestion_HasTheSameAnswer()
    {
        using var home = new Home(Rows);
        var (one, two) = (await Replay(home, Day), await Replay(home, Day));

        Assert.Equal(one.GetProperty("digest").GetString(), two.GetProperty("digest").GetString());
        Assert.NotEqual(one.GetProperty("state").GetString(), two.GetProperty("state").GetString());
        Assert.False(Directory.Exists(home.InState("journal")), "A replay must not touch the live state.");

        home.Schedule([.. Rows, "id: more, run: zoo.ok, at: \"20:00\""]);
        Assert.NotEqual(one.GetProperty("digest").GetString(), (await Replay(home, Day)).GetProperty("digest").GetString());
    }

    [Fact]
    public async Task FinishedReplay_TellsItsCardAgain()
    {
        using var home = new Home(Rows);
        var first = await Replay(home, Day + " --state again");
        var again = await Replay(home, Day + " --state again");

        Assert.Equal(first.GetProperty("digest").GetString(), again.GetProperty("digest").GetString());
        Assert.Equal(0, again.GetProperty("elapsedMs").GetInt64());
    }

    [Fact]
    public async Task Speed_HoldsItBack()
    {
        using var home = new Home("id: poll, run: zoo.ok, every: 1h");
        var json = await Replay(home, Day + " --speed 43200");

        // A day in two seconds.
        Assert.InRange(json.GetProperty("elapsedMs").GetInt64(), 1_990, 20_000);
    }

    [Fact]
    public async Task Card_NamesTheMarketForWhatItIs()
    {
        using var home = new Home(Rows);
        var text = (await home.Run("replay " + Day)).ShouldEndWith0().Output;

        Assert.Contains("Friday 2026-11-27   SYNTHETIC market, seed 1", text, StringComparison.Ordinal);
        Assert.Contains("28 due: 25 succeeded, 2 failed, 1 interrupted", text, StringComparison.Ordinal);
        Assert.Contains("No law was broken.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Which days? Write --date 2026-11-27, or --from 2026-11-23 --to 2026-11-27.")]
    [InlineData("--date 2026-11-31", "--date '2026-11-31' is no date that exists. ")]
    [InlineData("--from 2026-11-27", "Which days? ")]
    [InlineData("--from 2026-11-27 --to 2026-11-26", "--from 2026-11-27 lies after --to 2026-11-26. Swap them.")]
    [InlineData("--date 2026-11-27 --to 2026-11-28", "--date is one day; --from and --to are several. ")]
    [InlineData("--date 2026-11-27 --speed fast", "--speed 'fast' is no number above 0. Write 60 for a minute in a second.")]
    [InlineData("--date 2026-11-27 --speed 0", "--speed '0' is no number above 0. ")]
    [InlineData("--date 2026-11-27 --seed -1", "--seed '-1' is no number from 0 to ")]
    [InlineData("--date 2026-11-27 --data nowhere", "The folder of bars 'nowhere' is missing. ")]
    [InlineData("--date 2026-11-27 --data schedule", "There are no bars in 'schedule': it needs daily/SYMBOL.csv for each symbol, ")]
    [InlineData("--date 2026-11-27 --data plugins --seed 2", "--seed is for made-up bars, and --data names real ones. ")]
    [InlineData("--date 2026-11-27 --state schedule", "'schedule' holds something else than a replay, perhaps a brain's state. ")]
    [InlineData("--from 1990-02-01 --to 2026-01-01", "13119 days are too many; replay 3660 at most.")]
    public async Task BadInput_IsRefusedWithWhatWouldBeRight(string options, string sentence)
    {
        using var home = new Home(Rows);
        var refused = (await home.Run($"replay --plugins plugins {options}".TrimEnd())).ShouldRefuse();

        Assert.StartsWith(sentence, refused.Refusals[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(home.State));
    }

    [Fact]
    public async Task OtherQuestionInTheSameFolder_IsRefused()
    {
        using var home = new Home(Rows);
        await Replay(home, Day + " --state one");
        var refused = (await home.Run("replay --plugins plugins --date 2026-11-30 --state one")).ShouldRefuse();

        Assert.Contains("holds another replay: its from is 2026-11-27, not 2026-11-30.", refused.Error, StringComparison.Ordinal);
    }

    private static JournalText Journal(Home home, JsonElement json) =>
        new(Path.Combine(home.Root, json.GetProperty("state").GetString()!));

    private static async Task<JsonElement> Replay(Home home, string options) =>
        JsonDocument.Parse((await home.Run($"replay {options} --json")).ShouldEndWith0().Output).RootElement;
}
