using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Schedules;

/// <summary><c>kobe check</c>: everything wrong at once, in lines that editors understand.</summary>
public class CheckTests
{
    private const string Good = "tasks:\n  - { id: a, run: monitoring.health, at: \"09:35\" }\n";

    [Fact]
    public async Task Check_SaysFine_AndHowMuchItHeldAgainstWhat()
    {
        using var folder = ScheduleFolder.Of(Good);
        var result = (await folder.Run("check")).ShouldWork();

        Assert.Matches(@"^1 task, \d+ handlers: fine\.\n$", result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Check_ShowsEveryErrorOfEveryFile_WithItsPlace()
    {
        using var folder = ScheduleFolder.Of("tasks:\n  - { id: a, run: monitoring.health, at: \"9:15\" }\n  - { id: a, run: monitoring.health, on_start: true }\n")
            .AddRows("weekday/b.yaml", "tasks:\n  - { id: c, rum: monitoring.health, at: close }\n")
            .Add("bad.yaml", "calendar: xnys\ndays: [{ date: 2026-02-30, is: closed, name: x, source: y }]\n");
        var result = await folder.Run("check");

        Assert.Equal(2, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith($"{folder.Path}/calendars/bad.yaml:2:16: error KOBE1037: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{folder.Path}/a.yaml:2:42: error KOBE2010: 'at' is '9:15', ", lines[1], StringComparison.Ordinal);
        Assert.Contains("Did you mean '09:15'?", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"{folder.Path}/a.yaml:3:11: error KOBE2005: The id 'a' is taken: ", lines[2], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith($"{folder.Path}/weekday/b.yaml:2:14: error KOBE1003: ", StringComparison.Ordinal)
            && line.Contains("Did you mean 'run'?", StringComparison.Ordinal));
        Assert.Matches(@"^3 tasks, \d+ handlers: 5 errors, 0 warnings\.$", lines[^1]);
    }

    [Fact]
    public async Task Check_ShowsAHundredErrors_AndCountsTheRest()
    {
        var rows = string.Concat(Enumerable.Range(0, 150).Select(i => $"  - {{ id: t{i}, run: monitoring.health, at: noon }}\n"));
        using var folder = ScheduleFolder.Of("tasks:\n" + rows);
        var text = await folder.Run("check");
        var json = JsonDocument.Parse((await folder.Run("check", "--json")).Output).RootElement;

        Assert.Equal(102, text.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Matches(@"\n\.\.\. and 50 more\.\n150 tasks, \d+ handlers: 100 errors, 0 warnings shown\.\n$", text.Output);
        Assert.Equal(100, json.GetProperty("errors").GetArrayLength());
        Assert.Equal(50, json.GetProperty("more").GetInt32());
    }

    [Fact]
    public async Task Check_AnswersInJson()
    {
        using var folder = ScheduleFolder.Of("tasks:\n  - { id: a, run: monitoring.health, at: \"09:35\", kind: exit }\n  - { id: c, run: monitoring.health }\n");
        var result = await folder.Run("check", "--json");
        var json = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal(2, result.ExitCode);
        Assert.False(json.GetProperty("ok").GetBoolean());
        Assert.Equal(2, json.GetProperty("tasks").GetInt32());
        Assert.True(json.GetProperty("handlers").GetInt32() > 0);
        Assert.True(json.GetProperty("handlersChecked").GetBoolean());
        Assert.Equal(
            ["file", "line", "column", "code", "message", "hint"],
            json.GetProperty("errors")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("KOBE2006", json.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("KOBE2023", json.GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Check_ReadsTheConfigurationToo()
    {
        using var folder = ScheduleFolder.Of(Good);
        var config = Path.Combine(folder.Path, "kobe.conf");
        await File.WriteAllTextAsync(config, "drian: 30s\nzone: Mars/Base\n", TestContext.Current.CancellationToken);
        var result = await folder.Run("check", "--config", config);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(["kobe.conf:1:1", "kobe.conf:2:7"], result.Output.Split('\n')[..2]
            .Select(line => string.Join(':', line[(folder.Path.Length + 1)..].Split(':')[..3])));
    }

    [Theory]
    [InlineData("ORDER_MINUTES=7",           0, "")]
    [InlineData("ORDER_MINUTES=0",           2, "KOBE1035")]
    [InlineData("ORDER_MINUTES=often",       2, "KOBE1038")]
    [InlineData("KOBE_ENABLE_ALL=no",        2, "KOBE2060")]
    [InlineData("KOBE_TASK_B_ENABLED=false", 0, "KOBE2061")]
    public async Task Check_HoldsVariablesToTheSameRules(string variable, int exit, string code)
    {
        using var folder = ScheduleFolder.Of("tasks:\n  - { id: a, run: monitoring.health, every: \"${ORDER_MINUTES:-3}m\" }\n");
        var result = await folder.Run([(variable.Split('=')[0], variable.Split('=')[1])], "check");

        Assert.Equal(exit, result.ExitCode);
        Assert.Contains(code, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shipped_IsFine()
    {
        var result = (await KobeProcess.Run("check", "--schedule", Testing.Repository.At("schedule"),
            "--config", Testing.Repository.At("kobe.yaml"))).ShouldWork();

        Assert.Matches(@" handlers: (fine|0 errors, \d+ warnings)\.\n$", result.Output);
    }
}
