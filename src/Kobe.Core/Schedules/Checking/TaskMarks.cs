using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Where errors about a row's settings belong.</summary>
internal static class TaskMarks
{
    /// <summary>The place of a setting; the row's when nobody wrote it.</summary>
    public static Mark MarkOf(this ScheduledTask task, SettingKey key) =>
        task.Origins.Of(key) is { Mark.File: not null } origin ? origin.Mark : task.Mark;

    /// <summary>The place of the trigger's key.</summary>
    public static Mark TriggerMark(this ScheduledTask task) => task.MarkOf(task.Trigger switch
    {
        Trigger.AtTimes => SettingKey.At,
        Trigger.Every => SettingKey.Every,
        Trigger.Whenever => SettingKey.Whenever,
        Trigger.ByCron => SettingKey.Cron,
        Trigger.Once => SettingKey.Once,
        _ => SettingKey.OnStart,
    });

    /// <summary>The place of an item of a list.</summary>
    public static Mark ItemMark(this ScheduledTask task, SettingKey key, int index) =>
        task.Origins.ItemMark(key, index, task.MarkOf(key));
}
