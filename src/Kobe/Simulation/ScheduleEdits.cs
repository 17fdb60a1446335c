using System.Globalization;
using Kobe.Brain;
using Kobe.Core.Schedules;

namespace Kobe.Simulation;

/// <summary>What people do to schedules: rows go, come back, move, change.</summary>
internal static class ScheduleEdits
{
    private static readonly TimeSpan Moved = TimeSpan.FromMinutes(7);

    /// <summary>The schedule with a few rows changed; a row that went before comes back with the next edit of
    /// it.</summary>
    public static Roster Edited(Roster roster, Dice dice, DateTimeOffset now)
    {
        var tasks = roster.Schedule.Tasks.ToList();
        var edits = 1 + dice.Below(4);
        for (var i = 0; i < edits && tasks.Count > 1; i++)
        {
            var at = dice.Below(tasks.Count);
            var task = tasks[at];
            switch (dice.Below(5))
            {
                case 0 when tasks.Count > 3 && dice.Chance(0.3): tasks.RemoveAt(at); break;
                case 1: tasks[at] = task with { Enabled = !task.Enabled }; break;
                case 2 when task.Trigger is Trigger.AtTimes times:
                    tasks[at] = task with { Trigger = Later(times) };
                    break;
                case 3: tasks[at] = task with { Ageing = task.Ageing is null ? TimeSpan.FromMinutes(10) : null }; break;
                default: tasks[at] = task with { Retries = (task.Retries + 1) % 4 }; break;
            }
        }

        var hash = dice.Below(int.MaxValue).ToString("x16", CultureInfo.InvariantCulture).PadLeft(64, '0');
        return new Roster(new Schedule(tasks, roster.Schedule.Files, hash), roster.Calendars, roster.Catalogue, now);
    }

    // Seven minutes later, but never into another day: that could be outside the row's phases, which is its affair.
    private static Trigger.AtTimes Later(Trigger.AtTimes times) => new(times.Times.Select(time =>
        time.Wall is { } wall && wall < new TimeOnly(23, 50) ? DayTime.At(wall.Add(Moved)) : time).Distinct());
}
