using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>Expands a date to the occurrences of a row. Pure: what came before or after does not matter.</summary>
/// <remarks>
/// A wall-clock time that the date lacks falls on the end of the gap (or nowhere, by <c>dst_gap</c>), one that it has
/// twice on the first pass (or the second, by <c>dst_overlap</c>). Slots that meet at one instant are one occurrence,
/// the last slot's; the others are coalesced. <c>every</c> counts elapsed time from the start of its window and sees
/// no clock changes. A date that the zone skips altogether has no occurrences. Source: semantics, "Triggers".
/// </remarks>
public static class Expansion
{
    /// <summary>The row's occurrences on a date in due order, coalesced and closed ones included.</summary>
    /// <param name="task">The row.</param>
    /// <param name="date">A date in the row's zone; for anchors the session's date.</param>
    /// <param name="calendars">The calendars, the row's among them.</param>
    /// <returns>None for <c>whenever</c> and <c>on_start</c>, and outside 1990–2100.</returns>
    public static IReadOnlyList<Occurrence> Of(ScheduledTask task, DateOnly date, CalendarSet calendars)
    {
        ArgumentNullException.ThrowIfNull(task);
        var expander = new Expander(calendars);
        var occurrences = new OccurrenceList();
        expander.Add(task, expander.Frames.PairOf(task.Zone, task.Calendar), date, occurrences);
        return occurrences.ToArray();
    }

    /// <summary>
    /// Why the row has no occurrence on a date; null when it has one that is live or closed by the calendar.
    /// </summary>
    /// <param name="task">The row.</param>
    /// <param name="date">A date in the row's zone.</param>
    /// <param name="calendars">The calendars, the row's among them.</param>
    public static Absence? WhyNone(ScheduledTask task, DateOnly date, CalendarSet calendars)
    {
        ArgumentNullException.ThrowIfNull(task);
        var frames = new FrameCache(calendars);
        return AbsenceRule.Of(task, date, frames.Get(frames.PairOf(task.Zone, task.Calendar), date));
    }

    /// <summary>
    /// An occurrence that no date has: of <c>whenever</c>, <c>on_start</c>, or one that a person triggers.
    /// </summary>
    /// <param name="task">The row.</param>
    /// <param name="slot">Its slot: <c>/w3</c>, <c>/boot-41</c>, <c>/manual-…</c>.</param>
    /// <param name="due">The instant at which it falls due; its date in the row's zone is the key's.</param>
    /// <param name="calendars">The calendars, the row's among them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 1990–2100.</exception>
    public static Occurrence Unplanned(ScheduledTask task, string slot, DateTimeOffset due, CalendarSet calendars)
    {
        ArgumentNullException.ThrowIfNull(task);
        var expander = new Expander(calendars);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due, task.Zone).DateTime);
        var frame = expander.Frames.Get(expander.Frames.PairOf(task.Zone, task.Calendar), date)
            ?? throw new ArgumentOutOfRangeException(nameof(due), due, "Calendars know the days from 1990 to 2100.");
        var expires = new DateTimeOffset(Expander.ExpiryAt(task, frame, due.UtcTicks), TimeSpan.Zero);
        return new(task, new OccurrenceKey(task.Id, date, slot), due.ToUniversalTime(), expires);
    }
}
