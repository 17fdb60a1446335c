using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Schedules;

/// <summary><c>kobe explain</c>: every setting with its origin, the times around, and what decides.</summary>
public class ExplainTests
{
    private const string Rows = """
        zone: America/New_York
        defaults: { priority: high }
        tasks:
          - { id: scan, run: t.scan, every: "${SCAN_MINUTES:-30}m", from: open, to: close, timeout: 2m }
          - { id: tidy, run: t.tidy, at: "12:00", on: trading-days }
        """;

    [Fact]
    public async Task Settings_NameTheirOrigin()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, [("SCAN_MINUTES", "10")], "explain", "scan", "--at", "2026-11-20T12:00");
        var settings = json.GetProperty("settings").EnumerateArray().ToDictionary(
            item => item.GetProperty("name").GetString()!,
            item => $"{item.GetProperty("value")} < {item.GetProperty("from")}");

        Assert.Equal($"2m < {folder.Path}/a.yaml:4", settings["timeout"]);
        Assert.Equal($"2 < {folder.Path}/a.yaml:2", settings["priority"]);
        Assert.Equal("10m < environment SCAN_MINUTES", settings["every"]);
        Assert.Equal($"America/New_York < {folder.Path}/a.yaml:1", settings["zone"]);
        Assert.Equal("6h < category", settings["grace"]);
        Assert.Equal("3 < default", settings["retries"]);
        Assert.Equal(
            ["2026-11-20T12:10:00-05:00", "2026-11-20T12:20:00-05:00", "2026-11-20T12:30:00-05:00"],
            json.GetProperty("next").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal("2026-11-20T12:00:00-05:00", json.GetProperty("previous")[0].GetString());
        Assert.Equal("run", json.GetProperty("now").GetProperty("decision").GetString());
    }

    [Theory]
    [InlineData("2026-11-26T12:00", "",                             "skip: calendar: Thanksgiving")]
    [InlineData("2026-11-28T12:00", "",                             "skip: Saturday 2026-11-28 (weekend) is not among on: trading-days.")]
    [InlineData("2026-11-28T12:00", "KOBE_FORCE_RUN=true",          "run: at 12:00, on any KOBE_FORCE_RUN decides on: any.")]
    [InlineData("2026-11-20T12:00", "KOBE_ENABLE_ALL=false",        "skip: disabled KOBE_ENABLE_ALL decides enabled: false.")]
    [InlineData("2026-11-20T12:00", "KOBE_TASK_TIDY_ENABLED=false", "skip: disabled KOBE_TASK_TIDY_ENABLED decides enabled: false.")]
    public async Task Now_HasOneReason_AndNamesTheSwitch(string at, string variable, string reason)
    {
        using var folder = ScheduleFolder.Of(Rows);
        (string, string?)[] variables = variable.Length == 0 ? [] : [(variable.Split('=')[0], variable.Split('=')[1])];
        var json = await Json(folder, variables, "explain", "tidy", "--at", at);
        var now = json.GetProperty("now");
        var switches = json.GetProperty("switches").EnumerateArray().Select(item => " " + item.GetString());

        Assert.Equal(reason, $"{now.GetProperty("decision")}: {now.GetProperty("reason")}{string.Concat(switches)}");
    }

    [Fact]
    public async Task Text_ShowsTheSame()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var text = (await folder.Run("explain", "tidy", "--at", "2026-11-26T12:00")).ShouldWork().Output;

        Assert.Contains("\nnow       would not run: calendar: Thanksgiving\n", text, StringComparison.Ordinal);
        Assert.Contains("\nnext      2026-11-27T12:00:00-05:00  tidy@2026-11-27T12:00\n", text, StringComparison.Ordinal);
        Assert.Matches(@"\non +trading-days +\S+/a.yaml:5\n", text);
    }

    private static async Task<JsonElement> Json(
        ScheduleFolder folder, (string, string?)[] environment, params string[] arguments) =>
        JsonDocument.Parse((await folder.Run(environment, [.. arguments, "--json"])).ShouldWork().Output).RootElement;
}
