using Kobe.Core.Schedules;
using Kobe.Core.Tests.Schedules;

namespace Kobe.Core.Tests.Planning;

/// <summary>
/// Finds due instants by walking through every minute of a stretch and looking at the clock: slow, and without any of
/// the thoughts of the code under test.
/// </summary>
internal static class MinuteWalk
{
    /// <summary>
    /// Each minute at which the clock first shows, or jumps over, a wall-clock minute for which the question says yes.
    /// </summary>
    public static List<DateTimeOffset> WallClock(
        TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to, Func<DateOnly, TimeOnly, bool> isDue)
    {
        var due = new List<DateTimeOffset>();
        var farthest = Reading(zone, from.AddDays(-1));
        for (var instant = from.AddDays(-1); instant < to; instant = instant.AddMinutes(1))
        {
            var reading = Reading(zone, instant);
            var reached = false;
            for (var wall = farthest.AddMinutes(1); wall <= reading; wall = wall.AddMinutes(1))
            {
                reached |= isDue(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
                farthest = wall;
            }

            if (reached && instant >= from)
            {
                due.Add(instant);
            }
        }

        return due;
    }

    /// <summary>Each minute that lies whole steps behind the start of a window of wall-clock time or session.</summary>
    public static List<DateTimeOffset> Steps(
        TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to, int step,
        Func<DateTimeOffset, DateOnly, bool> isInside)
    {
        var due = new List<DateTimeOffset>();
        var sinceStart = -1;
        DateOnly? startedOn = null;
        for (var instant = from.AddDays(-1); instant < to; instant = instant.AddMinutes(1))
        {
            var date = DateOnly.FromDateTime(Reading(zone, instant));
            var inside = isInside(instant, date);
            sinceStart = !inside ? -1 : sinceStart < 0 || startedOn != date ? 0 : sinceStart + 1;
            startedOn = inside ? date : null;
            if (sinceStart >= 0 && sinceStart % step == 0 && instant >= from)
            {
                due.Add(instant);
            }
        }

        return due;
    }

    /// <summary>Whether a calendar's core trading is on at an instant of a date.</summary>
    public static bool IsOpen(string calendar, DateTimeOffset instant, DateOnly date) =>
        ScheduleText.Calendars.Find(calendar)!.Calendar.On(date).Session is { } session
        && instant >= session.Open && instant < session.Close;

    /// <summary>Whether a selector matches, asked of the calendar itself.</summary>
    public static bool Selects(ScheduledTask task, DateOnly date) =>
        task.On.Matches(date, ScheduleText.Calendars.Find(task.Calendar)!.Calendar);

    private static DateTime Reading(TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;
}
