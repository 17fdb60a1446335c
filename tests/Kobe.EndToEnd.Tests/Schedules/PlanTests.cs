using System.Text.Json;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Schedules;

/// <summary><c>kobe plan</c>, <c>kobe next</c> and <c>kobe tasks</c>.</summary>
public class PlanTests
{
    private const string Rows = """
        tasks:
          - { id: swing, run: t.enter, at: close-25m, category: trading, kind: entry, phases: [CLOSING], priority: 2 }
          - { id: scan, run: t.scan, at: "12:35", on: trading-days, about: "Looks around" }
          - { id: poll, run: t.poll, every: 1h, from: open, to: close, category: monitoring }
          - { id: idle, run: t.idle, whenever: { cooldown: 2h } }
        """;

    [Fact]
    public async Task Plan_FollowsAnEarlyClose()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, "plan", "--date", "2026-11-27");
        var occurrences = json.GetProperty("occurrences").EnumerateArray().ToList();
        var swing = Assert.Single(occurrences, item => item.GetProperty("task").GetString() == "swing");

        Assert.Equal("2026-11-27 early_close", $"{json.GetProperty("date")} {json.GetProperty("kind")}");
        Assert.Equal("2026-11-27T12:35:00-05:00", swing.GetProperty("dueAt").GetString());
        Assert.Equal("2026-11-27T17:35:00Z", swing.GetProperty("utc").GetString());
        Assert.Equal("swing@2026-11-27/close-25m", swing.GetProperty("key").GetString());
        Assert.Equal(
            ["key", "task", "handler", "category", "priority", "dueAt", "utc", "decision", "state", "reason", "phase",
                "mode", "expiresAt", "journalled"],
            swing.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["poll", "poll", "poll", "poll", "swing", "scan"],
            occurrences.Select(item => item.GetProperty("task").GetString()));
    }

    [Fact]
    public async Task Summary_CountsRowsHandlersAndDays()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, "tasks", "--summary", "--at", "2026-11-16T12:00");

        Assert.Equal((4, 4), (json.GetProperty("rows").GetInt32(), json.GetProperty("handlers").GetInt32()));
        Assert.Equal(
            ["maintenance 2", "trading 1", "monitoring 1"],
            json.GetProperty("categories").EnumerateArray().Select(item => $"{item.GetProperty("category")} {item.GetProperty("rows")}"));
        Assert.Equal(
            ["plain 2026-11-17: 9 due, 9 runs of 3", "early_close 2026-11-27: 6 due, 6 runs of 3", "holiday 2026-11-26: 1 due, 0 runs of 0",
                "saturday 2026-11-21: 0 due, 0 runs of 0", "sunday 2026-11-22: 0 due, 0 runs of 0"],
            json.GetProperty("days").EnumerateArray().Select(day => $"{day.GetProperty("kind")} {day.GetProperty("date")}: "
                + $"{day.GetProperty("occurrences")} due, {day.GetProperty("runs")} runs of {day.GetProperty("tasks")}"));
    }

    [Fact]
    public async Task Plan_GivesAReasonForEachSkip_AndOnDemandForEachAbsence()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, "plan", "--date", "2026-11-26", "--all");
        var scan = Assert.Single(json.GetProperty("occurrences").EnumerateArray());

        Assert.Equal("skip skipped calendar: Thanksgiving",
            $"{scan.GetProperty("decision")} {scan.GetProperty("state")} {scan.GetProperty("reason")}");
        Assert.Equal(
            ["idle: whenever, cooldown 2h is not tied to dates.",
                "poll: Thursday 2026-11-26 (Thanksgiving) has no session to anchor to.",
                "swing: Thursday 2026-11-26 (Thanksgiving) has no session to anchor to."],
            json.GetProperty("absent").EnumerateArray()
                .Select(item => $"{item.GetProperty("task")}: {item.GetProperty("reason")}"));
    }

    [Fact]
    public async Task Plan_OfSeveralDays_IsAListOfThem()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, "plan", "--date", "2026-11-26", "--days", "3");

        Assert.Equal(["2026-11-26", "2026-11-27", "2026-11-28"],
            json.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("date").GetString()));
    }

    [Fact]
    public async Task Plan_PutsStepsTogether_UnlessAllAreAskedFor()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var plan = (await folder.Run("plan", "--date", "2026-11-20")).ShouldWork().Output;
        var all = (await folder.Run("plan", "--date", "2026-11-20", "--all")).ShouldWork().Output;

        Assert.StartsWith("Friday 2026-11-20 (session): 9 due, 9 run, 0 skip\n", plan, StringComparison.Ordinal);
        Assert.Single(plan.Split('\n'), line => line.StartsWith("09:30-15:30 ×7 ", StringComparison.Ordinal));
        Assert.Equal(7, all.Split('\n').Count(line => line.Contains(" poll ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Next_ListsWhatWillRun()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, "next", "3", "--at", "2026-11-27T11:00");

        Assert.Equal(
            ["poll@2026-11-27/2 2026-11-27T11:30:00-05:00", "poll@2026-11-27/3 2026-11-27T12:30:00-05:00",
                "scan@2026-11-27T12:35 2026-11-27T12:35:00-05:00"],
            json.GetProperty("occurrences").EnumerateArray()
                .Select(item => $"{item.GetProperty("key")} {item.GetProperty("dueAt")}"));
        Assert.Equal(
            ["key", "task", "handler", "dueAt", "utc", "priority", "expiresAt", "reason"],
            json.GetProperty("occurrences")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Next_OfATask_PassesOverClosings()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var json = await Json(folder, "next", "2", "--task", "scan", "--at", "2026-11-25T18:00");

        Assert.Equal(["scan@2026-11-27T12:35", "scan@2026-11-30T12:35"],
            json.GetProperty("occurrences").EnumerateArray().Select(item => item.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task Next_SaysThatThereIsNothing()
    {
        using var folder = ScheduleFolder.Of(Rows);

        Assert.Equal("Nothing falls due within 400 days.\n",
            (await folder.Run("next", "--task", "idle")).ShouldWork().Output);
    }

    [Fact]
    public async Task Tasks_SayWhereTheyStand_AndWhenTheyRun()
    {
        using var folder = ScheduleFolder.Of(Rows);
        var tasks = (await Json(folder, "tasks", "--at", "2026-11-26T12:00")).GetProperty("tasks").EnumerateArray().ToList();

        Assert.Equal(["idle", "poll", "scan", "swing"], tasks.Select(task => task.GetProperty("id").GetString()));
        Assert.Equal(
            ["id", "handler", "category", "kind", "priority", "trigger", "on", "enabled", "about", "file", "line", "next", "never"],
            tasks[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal($"Looks around {folder.Path}/a.yaml 3 2026-11-27T12:35:00-05:00",
            string.Join(' ', ((string[])["about", "file", "line", "next"]).Select(name => tasks[2].GetProperty(name).ToString())));
    }

    [Theory]
    [InlineData("plan --date 2026-02-30",             "--date '2026-02-30' is no date that exists.")]
    [InlineData("plan --date 1989-12-31",             "--date '1989-12-31' lies outside the calendar,")]
    [InlineData("plan --days 0",                      "--days '0' is no number of days. Write 1 to 366.")]
    [InlineData("plan --days many",                   "--days 'many' is no number of days.")]
    [InlineData("plan --date 2100-12-31 --days 2",    "--days 2 from 2100-12-31 leads out of the calendar")]
    [InlineData("next 0",                             "'0' is no number of occurrences. Write 1 to 10000.")]
    [InlineData("next x",                             "'x' is no number of occurrences.")]
    [InlineData("next --task scam",                   "There is no task 'scam'. Did you mean scan?")]
    [InlineData("next --at 12:00",                    "--at '12:00' is no time that exists.")]
    [InlineData("explain scam",                       "There is no task 'scam'. Did you mean scan?")]
    [InlineData("explain zzzzzzz",                    "There is no task 'zzzzzzz'. kobe tasks lists them.")]
    [InlineData("tasks --zone Mars/Base",             "This machine knows no zone 'Mars/Base'.")]
    [InlineData("plan --config nowhere.yaml",         "The configuration 'nowhere.yaml' is missing.")]
    public async Task BadArguments_AreRefused(string arguments, string sentence)
    {
        using var folder = ScheduleFolder.Of(Rows);
        var result = await folder.Run(arguments.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(result.Refusals, line => line.StartsWith(sentence, StringComparison.Ordinal));
    }

    private static async Task<JsonElement> Json(ScheduleFolder folder, params string[] arguments) =>
        JsonDocument.Parse((await folder.Run([.. arguments, "--json"])).ShouldWork().Output).RootElement;
}
