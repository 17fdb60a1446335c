using Kobe.Core.Planning;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>When one row falls due next: a retry must not displace it.</summary>
internal static class NextSlots
{
    // A retry waits an hour at most by default, and days at the very most.
    private const int DaysAhead = 3;

    /// <summary>The first live occurrence after an instant (UTC); null when none comes within days.</summary>
    public static DateTimeOffset? After(Roster roster, ScheduledTask task, DateTimeOffset after)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, task.Zone).DateTime).AddDays(-1);
        for (var i = 0; i <= DaysAhead; i++, date = date.AddDays(1))
        {
            foreach (var occurrence in Expansion.Of(task, date, roster.Calendars))
            {
                if (occurrence.Due > after && occurrence.Standing == Standing.Live)
                {
                    return occurrence.Due;
                }
            }
        }

        return null;
    }
}
