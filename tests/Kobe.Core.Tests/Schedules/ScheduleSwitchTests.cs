using Kobe.Core.Schedules;

namespace Kobe.Core.Tests.Schedules;

public class ScheduleSwitchTests
{
    private const string Rows = """
        tasks:
          - { id: day.end-1, run: y, at: "10:00", on: trading-days }
          - { id: other, run: y, at: "10:00", on: trading-days, category: research, enabled: false }
        """;

    [Theory]
    [InlineData("", "day.end-1", true, "default")]
    [InlineData("", "other", false, "a.yaml:3")]
    [InlineData("KOBE_ENABLE_ALL=false", "day.end-1", false, "environment KOBE_ENABLE_ALL")]
    [InlineData("KOBE_ENABLE_ALL=true", "other", false, "a.yaml:3")]
    [InlineData("KOBE_TASK_DAY_END_1_ENABLED=false", "day.end-1", false, "environment KOBE_TASK_DAY_END_1_ENABLED")]
    [InlineData("KOBE_TASK_OTHER_ENABLED=true", "other", true, "environment KOBE_TASK_OTHER_ENABLED")]
    [InlineData("KOBE_ENABLE_ALL=false KOBE_TASK_OTHER_ENABLED=true", "other", true,
        "environment KOBE_TASK_OTHER_ENABLED")]
    [InlineData("KOBE_ENABLE_ALL=false KOBE_TASK_OTHER_ENABLED=true", "day.end-1", false,
        "environment KOBE_ENABLE_ALL")]
    public void Switch_DecidesWhetherARowIsEnabled_AndIsNamed(string switches, string id, bool enabled, string from)
    {
        var task = ScheduleText.Schedule(Rows, Variables(switches)).Find(id)!;
        Assert.Equal(enabled, task.Enabled);
        Assert.Equal(from, TaskSettings.Of(task).Single(setting => setting.Name == "enabled").From);
    }

    // Ignoring the calendar is for maintenance: nobody wants entries on a holiday.
    [Fact]
    public void ForceRun_LetsTradingDaysMatchEveryDate_ForMaintenanceRows()
    {
        var schedule = ScheduleText.Schedule(Rows, ("KOBE_FORCE_RUN", "true"));
        Assert.Equal("any", schedule.Find("day.end-1")!.On.ToString());
        Assert.Equal("trading-days", schedule.Find("other")!.On.ToString());
        Assert.Equal(
            "environment KOBE_FORCE_RUN",
            TaskSettings.Of(schedule.Find("day.end-1")!).Single(setting => setting.Name == "on").From);
    }

    [Theory]
    [InlineData("KOBE_FORCE_RUN=1", "environment:1:1: error KOBE2060: KOBE_FORCE_RUN is '1', neither true nor false. "
        + "Set it to true or false, or unset it.")]
    [InlineData("KOBE_ENABLE_ALL=no", "environment:1:1: error KOBE2060: KOBE_ENABLE_ALL is 'no', neither true nor "
        + "false. Set it to true or false, or unset it.")]
    [InlineData("KOBE_TASK_OTHERS_ENABLED=true", "environment:1:1: warning KOBE2061: KOBE_TASK_OTHERS_ENABLED is set, "
        + "and no task has that name. Did you mean KOBE_TASK_OTHER_ENABLED?")]
    public void WrongSwitch_IsSaid(string switches, string message) =>
        Assert.Equal(
            message, Assert.Single(ScheduleText.Read(Rows, null, Variables(switches)).Diagnostics.Items).ToString());

    private static (string, string)[] Variables(string switches) =>
        [.. switches.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('='))
            .Select(parts => (parts[0], parts[1]))];
}
