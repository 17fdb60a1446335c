using System.Diagnostics;
using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Replay;

/// <summary>Days of the shipped schedule with the shipped plugins, and the demo.</summary>
[Collection(Alone.Name)]
public sealed class ShippedDayTests
{
    [Fact]
    public async Task PlainDay_Holiday_EarlyClose_AreAccountedFor_WithinTheLaws()
    {
        using var days = new ShippedDays();
        var json = await days.Replay("--from 2026-11-25 --to 2026-11-27 --state here");

        Assert.Equal((0, true, true), (json.GetProperty("invariantsBroken").GetInt32(),
            json.GetProperty("finished").GetBoolean(), json.GetProperty("ledgerEqualsBroker").GetBoolean()));
        var cards = json.GetProperty("days").EnumerateArray().ToList();
        Assert.All(cards, ShippedDays.ShouldBeAccountedFor);
        Assert.True(cards[0].GetProperty("orders").GetInt32() > 0, "A plain day has orders.");
        Assert.Equal(0, cards[1].GetProperty("orders").GetInt32());
        Assert.True(cards[2].GetProperty("orders").GetInt32() > 0, "A half day has orders.");
        Assert.True(cards[1].GetProperty("planned").GetInt32() < cards[2].GetProperty("planned").GetInt32());
        Assert.True(cards[2].GetProperty("planned").GetInt32() < cards[0].GetProperty("planned").GetInt32());
        Assert.Equal(days.Orders("here").Length, cards.Sum(card => card.GetProperty("orders").GetInt32()));

        // What a row did can be checked: a success without evidence is none, and each row does something of its own.
        var ends = days.Journal("here").Events.OfType<RunEvent.Ended>().ToList();
        var succeeded = ends.Where(end => end.Result == RunResult.Succeeded).ToList();
        Assert.All(succeeded, end => Assert.True(end.Payload?.Evidence is not null, $"{end.Key} gives no evidence"));
        Assert.Empty(ends.Where(end => end.Result is RunResult.Failed or RunResult.Fatal).Select(end => $"{end.Key} {end.Error}"));
        Assert.True(succeeded.Select(end => end.Key.Task).Distinct().Count() >= 350, "Most rows of three days do their work.");
    }

    [Fact]
    public async Task Demo_RunsToItsEnd_AndAllIncidentsGoAsTheyShould()
    {
        using var days = new ShippedDays();
        var json = await days.Run("demo --speed 3000 --state here");

        var incidents = json.GetProperty("incidents").EnumerateArray().ToList();
        Assert.Equal(5, incidents.Count);
        Assert.All(incidents, incident => Assert.True(incident.GetProperty("ok").GetBoolean(), incident.ToString()));
        Assert.Equal(0, json.GetProperty("replay").GetProperty("invariantsBroken").GetInt32());
    }

    [Fact]
    public Task Kill9_FiveTimes_ChangesNoOrder() => Kill(times: 5, seed: 20_261_127);

    [Fact]
    [Trait("long", "yes")]
    public async Task Kill9_FiftyTimes_ChangesNoOrder()
    {
        var text = await Kill(times: 50, seed: 20_261_128);
        Evidence.Keep("replay-kills.md", $"# Kills of a replayed day\n\n{text}\n");
    }

    [Theory]
    [Trait("long", "yes")]
    [InlineData("synthetic", "--from 2026-11-01 --to 2026-11-30")]
    [InlineData("real", "--from 2020-02-18 --to 2020-03-27 --data $KOBE_DATA")]
    public async Task Month_IsAccountedFor_WithinTheLaws(string name, string options)
    {
        var data = Environment.GetEnvironmentVariable("KOBE_DATA");
        Assert.SkipWhen(name == "real" && data is null, "KOBE_DATA names no folder of bars.");
        using var days = new ShippedDays();
        var json = await days.Replay(options.Replace("$KOBE_DATA", data) + " --state here");

        Assert.Equal((0, true, true), (json.GetProperty("invariantsBroken").GetInt32(),
            json.GetProperty("finished").GetBoolean(), json.GetProperty("ledgerEqualsBroker").GetBoolean()));
        var cards = json.GetProperty("days").EnumerateArray().ToList();
        Assert.All(cards, ShippedDays.ShouldBeAccountedFor);
        Evidence.Keep($"replay-month-{name}.md", Page(name, json, cards));
    }

    [Fact]
    [Trait("long", "yes")]
    public async Task SeventyTwoHours_InOneProcess_KeepMemoryHandlesAndThreadsFlat()
    {
        using var days = new ShippedDays();
        var words = new[] { "replay", "--from", "2026-11-16", "--to", "2026-11-19", "--state", "here" };
        using var process = Process.Start(KobeProcess.Describe(days.Root, [], [.. words, .. ShippedDays.Shipped]))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var journal = Path.Combine(days.Root, "here", "journal");
        var samples = new Dictionary<string, (ProcessSample Brain, ProcessSample Runner)>(StringComparer.Ordinal);
        using var never = new ManualResetEvent(false);
        while (!process.HasExited)
        {
            if (Directory.Exists(journal) && ProcessSample.Of(process.Id) is { } brain && Runner(days, process.Id) is { } runner)
            {
                samples[Directory.GetFiles(journal, "*.jsonl").Max() ?? ""] = (brain, runner);
            }

            never.WaitOne(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(process.ExitCode == 0, await error + await output);
        var (first, last) = (samples.OrderBy(entry => entry.Key).ElementAt(1).Value, samples.OrderBy(entry => entry.Key).Last().Value);
        Evidence.Keep("replay-72-hours.md", $"# 72 hours of schedule in one replaying process\n\n| | after the first day | after 72 hours more |\n"
            + $"|---|---|---|\n| replaying process | {first.Brain} | {last.Brain} |\n| its runner | {first.Runner} | {last.Runner} |\n");
        ShouldBeFlat("replaying process", first.Brain, last.Brain);
        ShouldBeFlat("runner", first.Runner, last.Runner);
    }

    private static void ShouldBeFlat(string whose, ProcessSample first, ProcessSample last)
    {
        Assert.True(last.ResidentMiB <= (first.ResidentMiB * 1.25) + 32, $"{whose}, memory: {first} -> {last}");
        Assert.True(last.Handles <= first.Handles + 8, $"{whose}, handles: {first} -> {last}");
        Assert.True(last.Threads <= first.Threads + 4, $"{whose}, threads: {first} -> {last}");
    }

    // The one that has worked longest: a spare beside it has done nothing yet.
    private static ProcessSample? Runner(ShippedDays days, int replay) => MachineProcesses.In(days.Root)
        .Where(pid => pid != replay).Select(ProcessSample.Of).OfType<ProcessSample>().MaxBy(sample => sample.ResidentMiB);

    private static async Task<string> Kill(int times, int seed)
    {
        using var days = new ShippedDays();
        await days.Replay("--date 2026-11-27 --state calm");
        var journal = days.Journal("killed");
        var share = (int)(days.Journal("calm").Count() / (times + 1));
        var chance = new Random(seed);
        for (var life = 1; life <= times; life++)
        {
            var lines = journal.Count() + chance.Next(1, 2 * share);
            await LiveUntil(days, journal, lines, $"line {lines} (seed {seed}, life {life})");
        }

        var resumed = await days.Replay("--date 2026-11-27 --state killed");

        Assert.Equal((0, true), (resumed.GetProperty("invariantsBroken").GetInt32(), resumed.GetProperty("finished").GetBoolean()));
        Assert.NotEmpty(days.Orders("calm"));
        var held = journal.Events.OfType<RunEvent.Ended>().Where(ended => ended.Next.Kind == NextKind.Held)
            .Select(ended => ended.Key.ToString()).ToList();
        if (held.Count == 0)
        {
            Assert.Equal(days.Orders("calm"), days.Orders("killed"));
        }

        // Orders differ only where a run was cut whose row wants a person to say what became of it: an alert each.
        return $"{times} kills with signal 9 at moments of seed {seed}: {days.Orders("killed").Length} orders, "
            + $"{days.Orders("calm").Intersect(days.Orders("killed")).Count()} of them among the {days.Orders("calm").Length} "
            + $"of the undisturbed day; held for a person: {(held.Count == 0 ? "none" : string.Join(", ", held))}; no law broken.";
    }

    private static async Task LiveUntil(ShippedDays days, JournalText journal, long lines, string what)
    {
        using var replay = Process.Start(KobeProcess.Describe(
            days.Root, [], ["replay", "--date", "2026-11-27", "--state", "killed", .. ShippedDays.Shipped]))!;
        replay.StandardInput.Close();
        var said = replay.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            Wait.Until(what, () => replay.HasExited || journal.Count() >= lines);
            Assert.False(replay is { HasExited: true, ExitCode: not 0 }, $"{what}: ended by itself");
        }
        finally
        {
            MachineProcesses.Signal(replay.Id, MachineProcesses.Kill);
            await replay.WaitForExitAsync(TestContext.Current.CancellationToken);
            await said;
        }
    }

    private static string Page(string name, JsonElement json, List<JsonElement> cards)
    {
        var rows = cards.Select(card => $"| {card.GetProperty("date")} | {card.GetProperty("planned")} | {Of(card, "succeeded")} | "
            + $"{Of(card, "failed")} | {Of(card, "skipped")} | {card.GetProperty("orders")} | {card.GetProperty("pnl")} |");
        return $"# A replayed month, {name} bars\n\n{json.GetProperty("from")} to {json.GetProperty("to")}, real handlers in a real runner: "
            + $"{json.GetProperty("speed")} times as fast as the clock on the wall ({json.GetProperty("elapsedMs")} ms), "
            + $"{json.GetProperty("invariantsBroken")} laws broken, ledger equal to the broker: {json.GetProperty("ledgerEqualsBroker")}.\n\n"
            + $"Digest {json.GetProperty("digest")}.\n\n| day | due | succeeded | failed | skipped | orders | result |\n|---|---|---|---|---|---|---|\n"
            + string.Join('\n', rows) + "\n";
    }

    private static JsonElement Of(JsonElement card, string state) => card.GetProperty("outcomes").GetProperty(state);
}
