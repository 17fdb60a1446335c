using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>Finds the one reason for which a row has no occurrence on a date.</summary>
internal static class AbsenceRule
{
    public static Absence? Of(ScheduledTask task, DateOnly date, DateFrame? frame)
    {
        if (task.Trigger is Trigger.Whenever or Trigger.OnStart)
        {
            return new(AbsenceCause.NotDated, $"{task.Trigger} is not tied to dates.");
        }

        if (frame is null)
        {
            return new(AbsenceCause.OutsideCalendar, $"{date:yyyy-MM-dd} lies outside 1990–2100.");
        }

        var slots = new SlotList();
        SlotExpansion.Fill(task, frame, slots);
        return slots.Count > 0 ? null : BySelector(task, frame) ?? ByTrigger(task, frame);
    }

    private static Absence? BySelector(ScheduledTask task, DateFrame frame) =>
        frame.Start == frame.End
            ? new(AbsenceCause.ClockChange, $"{task.Zone.Id} skips {frame.Date:yyyy-MM-dd} altogether.")
            : SlotExpansion.PresenceOn(task, frame) is null
                ? new(AbsenceCause.Selector, $"{Describe(frame)} is not among on: {task.On}.")
                : null;

    private static Absence ByTrigger(ScheduledTask task, DateFrame frame) => task.Trigger switch
    {
        Trigger.ByCron cron when !cron.Expression.Matches(frame.Date) =>
            new(AbsenceCause.OtherDate, $"{Describe(frame)} is not a date of cron '{cron.Expression}'."),
        Trigger.Once once when once.Date != frame.Date =>
            new(AbsenceCause.OtherDate, $"it runs once, on {once.Date:yyyy-MM-dd}."),
        Trigger.Every every when SlotExpansion.Window(every, frame, frame.Day.Session) is not null =>
            new(AbsenceCause.EmptyWindow, $"its window is empty on {Describe(frame)}."),
        Trigger.Every => NoSession(frame),
        Trigger.AtTimes { HasAnchor: true } when frame.Day.Session is null => NoSession(frame),
        _ => new(AbsenceCause.ClockChange,
            $"the clocks jump over its time on {frame.Date:yyyy-MM-dd}, and dst_gap is skip."),
    };

    private static Absence NoSession(DateFrame frame) =>
        new(AbsenceCause.NoSession, $"{Describe(frame)} has no session to anchor to.");

    private static string Describe(DateFrame frame)
    {
        var name = frame.Day.Name is { } day ? $" ({day})" : frame.Day.Kind == DayKind.Weekend ? " (weekend)" : "";
        return $"{frame.Date.DayOfWeek} {frame.Date:yyyy-MM-dd}{name}";
    }
}
