using System.Runtime.CompilerServices;
using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>Makes the slots of one row on one date: the trigger's instants, with what the selector says.</summary>
internal static class SlotExpansion
{
    /// <summary>Fills the list with the date's slots, sorted and coalesced among themselves.</summary>
    public static void Fill(ScheduledTask task, DateFrame frame, SlotList slots)
    {
        slots.Clear();
        if (PresenceOn(task, frame) is not { } presence || frame.Start == frame.End)
        {
            return;
        }

        switch (task.Trigger)
        {
            case Trigger.AtTimes at:
                FillTimes(task, at, frame, presence, slots);
                break;
            case Trigger.Every every:
                FillSteps(every, frame, presence, slots);
                return;
            case Trigger.ByCron cron when cron.Expression.Matches(frame.Date):
                FillCron(task, cron, frame, presence, slots);
                break;
            case Trigger.Once once when once.Date == frame.Date:
                FillOnce(task, once, frame, presence, slots);
                return;
            default:
                return;
        }

        slots.Sort();
        slots.Coalesce(frame.Date);
    }

    /// <summary>
    /// Live where the selector matches; closed by the calendar where <c>trading-days</c> would match but for a closing
    /// on a day of the exchange's week; null where there is nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Presence? PresenceOn(ScheduledTask task, DateFrame frame)
    {
        var rules = task.On.Rules;
        return (rules & frame.Rules) != 0 ? Presence.Live
            : (rules & DayRules.TradingDays) != 0 && frame.Day.Kind == DayKind.Holiday ? Presence.ClosedByCalendar
            : null;
    }

    private static void FillTimes(
        ScheduledTask task, Trigger.AtTimes at, DateFrame frame, Presence presence, SlotList slots)
    {
        for (var i = 0; i < at.Slots.Length; i++)
        {
            var time = at.Times[i];
            if (time.Anchor is not { } anchor)
            {
                AddWall(task, time.Wall!.Value, at.Slots[i], frame, presence, slots);
            }
            else if (frame.Day.Session is { } session)
            {
                var due = anchor.In(session).UtcTicks;
                slots.Add(due, due - frame.Start, at.Slots[i], presence);
            }
        }
    }

    private static void FillCron(
        ScheduledTask task, Trigger.ByCron cron, DateFrame frame, Presence presence, SlotList slots)
    {
        var expression = cron.Expression;
        for (var i = 0; i < expression.Slots.Length; i++)
        {
            AddWall(task, expression.Times[i], expression.Slots[i], frame, presence, slots);
        }
    }

    private static void AddWall(
        ScheduledTask task, TimeOnly time, string name, DateFrame frame, Presence presence, SlotList slots)
    {
        if (frame.Local.Resolve(time.ToTimeSpan(), task.DstGap, task.DstOverlap) is { } due)
        {
            slots.Add(due.UtcTicks, time.Ticks, name, presence);
        }
    }

    private static void FillOnce(
        ScheduledTask task, Trigger.Once once, DateFrame frame, Presence presence, SlotList slots)
    {
        if (once.Instant is { } instant)
        {
            slots.Add(instant.UtcTicks, once.Time.Ticks, $"T{once.Time:HH:mm:ss}", presence);
        }
        else
        {
            AddWall(task, once.Time, $"T{once.Time:HH:mm:ss}", frame, presence, slots);
        }
    }

    private static void FillSteps(Trigger.Every every, DateFrame frame, Presence presence, SlotList slots)
    {
        if (Window(every, frame, frame.Day.Session) is not { } window)
        {
            return;
        }

        // A window that an early close leaves nothing of exists all the same: it is skipped, and says so.
        if (window.From >= window.To && frame.Day.Kind == DayKind.EarlyClose)
        {
            window = Window(every, frame, frame.UsualSession())!.Value;
            presence = Presence.ClosedByCalendar;
        }

        var number = 0;
        for (var due = window.From; due < window.To; due += every.Step.Ticks)
        {
            slots.Add(due, 0, StepNames.Of(number++), presence);
        }
    }

    /// <summary>
    /// The window of <c>every</c> in UTC ticks; null when it is tied to a session that the date lacks.
    /// </summary>
    public static (long From, long To)? Window(Trigger.Every every, DateFrame frame, Session? session)
    {
        var from = every.From is { } start ? Instant(start, frame, session) : frame.Start;
        var to = every.To is { } end ? Instant(end, frame, session) : frame.End;
        return from is { } first && to is { } last ? (first, last) : null;
    }

    private static long? Instant(DayTime time, DateFrame frame, Session? session) =>
        time.Anchor is { } anchor
            ? session is null ? null : anchor.In(session).UtcTicks
            : frame.Local.Resolve(time.Wall!.Value.ToTimeSpan(), GapPolicy.Run, OverlapPolicy.First)!.Value.UtcTicks;
}
