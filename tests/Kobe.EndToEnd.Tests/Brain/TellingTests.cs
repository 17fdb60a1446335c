using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>History, stats, logs, single runs and closings, as their owner types them; and no secret in any of it.</summary>
public sealed class TellingTests
{
    [Fact]
    public async Task HistoryStatsAndLogs_TellWhatHappened_WithAndWithoutABrain()
    {
        using var home = new Home("id: good, run: zoo.ok, at: \"23:55\"", "id: bad, run: zoo.fatal, at: \"23:55\"");
        using (var brain = home.StartReady())
        {
            (await home.Run("trigger good --wait")).ShouldEndWith0();
            Assert.Equal(1, (await home.Run("trigger bad --wait")).ExitCode);
            using var live = JsonDocument.Parse((await home.Run("history --json --limit 1")).ShouldWork().Output);
            Assert.Equal("bad", Assert.Single(live.RootElement.GetProperty("runs").EnumerateArray()).GetProperty("task").GetString());
            brain.Stop();
        }

        using var failed = JsonDocument.Parse((await home.Run("history --json --outcome failed")).ShouldWork().Output);
        Assert.Contains("extinct", Assert.Single(failed.RootElement.GetProperty("runs").EnumerateArray()).GetProperty("error").GetString());
        Assert.Contains("succeeded", (await home.Run("history --task good")).ShouldWork().Output, StringComparison.Ordinal);
        using var stats = JsonDocument.Parse((await home.Run("stats --json")).ShouldWork().Output);
        Assert.Equal(0.5, stats.RootElement.GetProperty("total").GetProperty("successRate").GetDouble());
        Assert.Contains("50.0 %", (await home.Run("stats --by-day")).ShouldWork().Output, StringComparison.Ordinal);
        Assert.Contains("Trigger bad by cli:", (await home.Run("logs -n 1000")).ShouldWork().Output, StringComparison.Ordinal);
        using var logs = JsonDocument.Parse((await home.Run("logs -n 3 --json")).ShouldWork().Output);
        Assert.Equal(3, logs.RootElement.GetProperty("lines").GetArrayLength());
        Assert.Contains("is none", (await home.Run("history --outcome fine")).ShouldRefuse().Refusals[0], StringComparison.Ordinal);
        Assert.Contains("There is no journal", (await home.Run("stats --state elsewhere")).ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SingleRuns_AreAddedListedAndTakenBack()
    {
        using var home = new Home("id: a, run: zoo.ok, at: \"23:55\"");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:00:30Z"));
        using var soon = JsonDocument.Parse((await home.Run("schedule add --once 2027-01-04T10:30 --run zoo.ok --reason x --json")).ShouldWork().Output);
        var key = soon.RootElement.GetProperty("keys")[0].GetString()!;
        Wait.Until("it on the list", () => brain.Get("/api/v1/once").Body.GetProperty("once").GetArrayLength() == 1);
        Assert.Contains(key, (await home.Run("schedule list")).ShouldWork().Output, StringComparison.Ordinal);
        brain.Kill();
        using var again = home.StartReady(("KOBE_TEST_CLOCK", "2027-01-04T15:30:30Z"));
        again.WaitFor<RunEvent.Started>(started => started.Key.ToString() == key);
        Assert.Equal(2, (await home.Run("schedule add --once yesterday --run a --reason x")).ExitCode);
        Assert.Equal(1, (await home.Run($"schedule cancel {key} --reason x")).ExitCode);
    }

    [Fact]
    public async Task CalendarClose_WritesADay_AndTheBrainFollows()
    {
        using var home = new Home("id: a, run: zoo.ok, at: \"23:55\", on: trading-days");
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:00:30Z"));
        var closed = await KobeProcess.Run(home.Root, [], "calendar", "close", "2026-12-02", "--reason", "day of mourning: \"NYSE\"");
        Assert.Contains("xnys is closed on 2026-12-02", closed.ShouldWork().Output, StringComparison.Ordinal);
        var again = await KobeProcess.Run(home.Root, [], "calendar", "close", "2026-12-02", "--reason", "x");
        var holiday = await KobeProcess.Run(home.Root, [], "calendar", "close", "2026-12-25", "--reason", "x");

        Assert.Contains("closed already", again.ShouldRefuse().Refusals[0], StringComparison.Ordinal);
        Assert.Contains("Christmas", holiday.ShouldRefuse().Refusals[0], StringComparison.Ordinal);
        Wait.Until("the closing", () => brain.Get("/api/v1/calendar?from=2026-12-02&to=2026-12-02").Body.GetProperty("days")[0].GetProperty("kind").GetString() == "holiday");
        Assert.Equal("day of mourning: \"NYSE\"", brain.Get("/api/v1/calendar?from=2026-12-02&to=2026-12-02").Body.GetProperty("days")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Tokens_AreNowhere_ButInTheirFiles()
    {
        using var home = new Home("id: waits, run: zoo.waits, at: \"23:55\", args: { file: go }");
        using var brain = home.StartReady();
        string[] tokens = [File.ReadAllText(home.InState("api-token")).Trim(), File.ReadAllText(home.InState("api-token-read")).Trim()];
        (await home.Run($"pause --reason {tokens[0]}")).ShouldWork();
        (await home.Run($"resume --reason {tokens[1]}")).ShouldWork();
        var waiting = home.Run("trigger waits --wait --json");
        brain.WaitFor<RunEvent.Started>();
        var commands = string.Join('\n', Directory.GetDirectories("/proc").Select(Words));
        var status = brain.Get("/api/v1/status").Body.GetRawText() + brain.Get("/api/v1/audit").Body.GetRawText() + brain.Get("/health").Body.GetRawText();
        File.WriteAllText(Path.Combine(home.Root, "go"), "");
        var told = await waiting;
        brain.Stop();

        Assert.Contains("trigger", commands, StringComparison.Ordinal);
        var files = Directory.GetFiles(home.State, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("api-token")).ToList();
        Assert.All(tokens, token =>
        {
            Assert.DoesNotContain(token, commands, StringComparison.Ordinal);
            Assert.DoesNotContain(token, status, StringComparison.Ordinal);
            Assert.DoesNotContain(token, brain.Said + told.Output + told.Error, StringComparison.Ordinal);
            Assert.All(files, file => Assert.DoesNotContain(token, File.ReadAllText(file), StringComparison.Ordinal));
        });
    }

    private static string Words(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
