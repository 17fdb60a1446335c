using Kobe.Core.Markets;
using Kobe.Core.Planning;
using Kobe.Core.Schedules;
using Kobe.Markets;
using Kobe.Schedules;
using Kobe.Testing;

namespace Kobe.Tests.Schedules;

/// <summary>The schedule that is shipped, as it reads with nothing set in the environment.</summary>
internal static class Shipped
{
    /// <summary>The Friday at which tests read it.</summary>
    public static DateTimeOffset Now { get; } = Days.Instant("2026-11-20T12:00Z");

    public static LoadedSchedule Loaded { get; } = Read();

    public static Schedule Schedule => Loaded.Schedule;

    public static CalendarSet Calendars => Loaded.Calendars;

    /// <summary>It, with variables of the environment.</summary>
    public static LoadedSchedule Read(params (string Name, string Value)[] environment)
    {
        var zones = new MachineZones();
        var variables = environment.ToDictionary(variable => variable.Name, variable => variable.Value);
        return ScheduleLoader.Load(
            Repository.At("schedule"), zones, Now, ScheduleSettings.Default(zones, variables), catalogue: null, _ => { });
    }

    /// <summary>Every occurrence of the dates from 2026 to 2028 that is neither coalesced nor closed.</summary>
    public static IEnumerable<Occurrence> Occurrences(Func<ScheduledTask, bool> which)
    {
        var tasks = Schedule.Tasks.Where(which).ToList();
        var timeline = new Timeline(new Schedule(tasks, Schedule.Files, Schedule.Hash), Calendars);
        return Days.Between(new(2026, 1, 1), new(2028, 12, 31)).SelectMany(date => timeline.On(date).ToArray())
            .Where(occurrence => occurrence.Presence == Presence.Live);
    }
}
