using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>Expands rows, date after date, with what it looked up before. Not for several threads.</summary>
internal sealed class Expander
{
    private readonly FrameCache _frames;
    private readonly SlotList _slots = new();
    private readonly SlotList _ahead = new();

    public Expander(CalendarSet calendars) => _frames = new(calendars);

    public FrameCache Frames => _frames;

    /// <summary>
    /// Adds the occurrences of a row on a date, in due order. Dates that calendars don't know have none.
    /// </summary>
    public void Add(ScheduledTask task, int pair, DateOnly date, OccurrenceList into)
    {
        if (_frames.Get(pair, date) is not { } frame)
        {
            return;
        }

        SlotExpansion.Fill(task, frame, _slots);
        if (_slots.Count == 0)
        {
            return;
        }

        CoalesceIntoNextDate(task, pair, frame);
        var slots = _slots.Span;
        var asksForNext = ExpiryRule.AsksForNextSlot(task.Expires);
        for (var i = 0; i < slots.Length; i++)
        {
            ref var slot = ref slots[i];
            var next = asksForNext ? NextSlot(task, pair, frame, i) : null;
            var expires = ExpiryRule.Of(task.Expires, frame, slot.Due, next);
            into.Add(new(task, new OccurrenceKey(task.Id, date, slot.Name), slot.Due, expires)
            {
                Presence = slot.Presence,
                Into = slot.Into is null ? null : new OccurrenceKey(task.Id, slot.IntoDate, slot.Into),
            });
        }
    }

    /// <summary>
    /// The expiry of something that is not on any date's list: whenever, on_start, triggered by hand.
    /// </summary>
    public static long ExpiryAt(ScheduledTask task, DateFrame frame, long due) =>
        ExpiryRule.Of(task.Expires, frame, due, null);

    // A slot further off than a year counts as none: then the expiry's own limit holds.
    private long? NextSlot(ScheduledTask task, int pair, DateFrame frame, int index)
    {
        const int DaysMax = 366;
        var slots = _slots.Span;
        var due = slots[index].Due;
        for (var i = index + 1; i < slots.Length; i++)
        {
            if (slots[i].Presence == Presence.Live && slots[i].Due > due)
            {
                return slots[i].Due;
            }
        }

        if (task.Trigger is Trigger.Once)
        {
            return null;
        }

        for (var days = 1; days <= DaysMax && _frames.Get(pair, frame.Date.AddDays(days)) is { } later; days++)
        {
            if (FirstLive(task, later, due) is { } next)
            {
                return next;
            }
        }

        return null;
    }

    // The window of steps begins with its first one: no need to make them all.
    private long? FirstLive(ScheduledTask task, DateFrame frame, long after)
    {
        if (task.Trigger is Trigger.Every every)
        {
            return SlotExpansion.PresenceOn(task, frame) == Presence.Live
                && SlotExpansion.Window(every, frame, frame.Day.Session) is { } window
                && window.From < window.To && window.From > after
                    ? window.From
                    : null;
        }

        SlotExpansion.Fill(task, frame, _ahead);
        foreach (ref readonly var slot in _ahead.Span)
        {
            if (slot.Presence == Presence.Live && slot.Due > after)
            {
                return slot.Due;
            }
        }

        return null;
    }

    // A gap or a session that reaches to midnight, and a calendar of another zone, let a slot meet one of the next
    // date.
    private void CoalesceIntoNextDate(ScheduledTask task, int pair, DateFrame frame)
    {
        var slots = _slots.Span;
        var reachesNext = slots[^1].Due >= frame.End || (task.Trigger is Trigger.AtTimes { HasAnchor: true }
            && frame.Zone.Id != frame.Clock.Calendar.Zone.Id);
        if (!reachesNext || _frames.Get(pair, frame.Date.AddDays(1)) is not { } next)
        {
            return;
        }

        SlotExpansion.Fill(task, next, _ahead);
        foreach (ref var slot in slots)
        {
            foreach (ref readonly var ahead in _ahead.Span)
            {
                if (ahead.Due == slot.Due)
                {
                    slot.Presence = Presence.Coalesced;
                    slot.Into = ahead.Into ?? ahead.Name;
                    slot.IntoDate = next.Date;
                }
            }
        }
    }
}
