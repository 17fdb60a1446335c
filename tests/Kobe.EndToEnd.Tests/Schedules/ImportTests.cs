using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Schedules;

/// <summary><c>kobe import</c>: to stdout or into a folder, never over anything, everything changed said.</summary>
public class ImportTests
{
    private const string List =
        "time\tname\tfunction\tpriority\tdays\n09:35\tScan\tscan_all\t1\tweekdays\n10:00\ttidy\ttidy\t3\tsunday\n";

    [Fact]
    public async Task Import_PrintsAScheduleThatChecks_AndSaysWhatItChanged()
    {
        using var folder = new ScheduleFolder();
        var result = await KobeProcess.Run("import", Write(folder, List));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            ["line 2: id 'Scan' became scan.",
                "line 2: priority '1' became 2, since 1 means critical here (--priority-map 1=1 keeps it).",
                "line 2: days 'weekdays' became trading-days, which leaves closings out (--calendar-days keeps them).",
                "line 3: days 'sunday' became sun."],
            result.Refusals);
        await ShouldBeFineButForHandlers(folder.AddRows("a.yaml", result.Output).Path);
    }

    [Fact]
    public async Task Import_WritesFiles_ButNeverOverOne()
    {
        using var folder = new ScheduleFolder();
        var (list, target) = (Write(folder, List), Path.Combine(folder.Path, "made"));
        var first = await KobeProcess.Run("import", list, "--out", target);
        File.Delete(Path.Combine(target, "trading-days.yaml"));
        var second = await KobeProcess.Run("import", list, "--out", target);

        Assert.Equal(0, first.ExitCode);
        await ShouldBeFineButForHandlers(target);
        Assert.Equal(2, second.ExitCode);
        Assert.EndsWith("has sun.yaml already. Nothing was written: name another folder.", second.Refusals[^1], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(target, "trading-days.yaml")));
    }

    [Fact]
    public async Task Import_AnswersInJson()
    {
        using var folder = new ScheduleFolder();
        var result = await KobeProcess.Run("import", Write(folder, List), "--json", "--calendar-days", "--priority-map", "1=1,3=5");
        var json = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal("2 2", $"{json.GetProperty("tasks")} {json.GetProperty("handlers")}");
        Assert.Contains("on: weekdays", json.GetProperty("schedule").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["id Scan scan 2", "priority 3 5 3", "on sunday sun 3"],
            json.GetProperty("changes").EnumerateArray().Select(change =>
                $"{change.GetProperty("part")} {change.GetProperty("from")} {change.GetProperty("to")} {change.GetProperty("line")}"));
    }

    [Theory]
    [InlineData("9:15\ta\tb\t1\tsunday",      ":1:1: error KOBE2072: '9:15' is no time of day. Did you mean '09:15'?")]
    [InlineData("09:15\ta\tb\t1\tsomeday",    ":1:13: error KOBE2074: 'someday' names no days.")]
    [InlineData("09:15\ta\tb\t77\tsunday",    ":1:11: error KOBE2073: Priority 77 does not exist here: 1 to 10 do.")]
    public async Task BadRow_IsRefusedWithItsPlace(string line, string sentence)
    {
        using var folder = new ScheduleFolder();
        var list = Write(folder, line);

        Assert.StartsWith(list + sentence,
            (await KobeProcess.Run("import", list)).ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.tsv",                     "nowhere.tsv can't be read: ")]
    [InlineData(".",                               ". is a folder. Name a file.")]
    [InlineData("x --priority-map 1",              "--priority-map: '1' is no pair of priorities.")]
    public async Task BadArguments_AreRefused(string arguments, string sentence)
    {
        using var folder = new ScheduleFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "x"), List, TestContext.Current.CancellationToken);
        var result = await KobeProcess.Run(folder.Path, [], ["import", .. arguments.Split(' ')]);

        Assert.StartsWith(sentence, result.ShouldRefuse().Refusals[0], StringComparison.Ordinal);
    }

    // The functions of somebody else's list are no handlers of ours.
    private static async Task ShouldBeFineButForHandlers(string schedule)
    {
        var check = await KobeProcess.Run("check", "--schedule", schedule);

        Assert.Matches(@"^\d tasks?, \d+ handlers: \d errors?, 0 warnings\.$", check.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.All(check.Output.TrimEnd('\n').Split('\n')[..^1], line => Assert.Contains(" error KOBE2050: No plugin has the handler ", line, StringComparison.Ordinal));
    }

    private static string Write(ScheduleFolder folder, string text)
    {
        var path = Path.Combine(folder.Path, "list.tsv");
        File.WriteAllText(path, text);
        return path;
    }
}
