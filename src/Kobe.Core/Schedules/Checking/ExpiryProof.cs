using Kobe.Core.Markets;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Proves without looking at dates that an anchored expiry comes after every due time.</summary>
internal static class ExpiryProof
{
    // Each of these holds only on dates with a session.
    private const DayRules OnSessions = DayRules.TradingDays | DayRules.EarlyCloses
        | DayRules.FirstTradingDayOfWeek | DayRules.LastTradingDayOfWeek
        | DayRules.FirstTradingDayOfMonth | DayRules.LastTradingDayOfMonth
        | DayRules.FirstTradingDayOfQuarter | DayRules.LastTradingDayOfQuarter;

    /// <summary>Whether it is proved; if not, it may hold all the same.</summary>
    public static bool Holds(ScheduledTask task, Anchor expiry, ExchangeCalendar calendar)
    {
        var always = (task.On.Rules & ~OnSessions) == 0;
        foreach (var shape in SessionShapes.Of(calendar.Rules))
        {
            var limit = SessionShapes.TimeOf(expiry, shape);
            if (LastDue(task, shape, calendar, always) is not { } last || last >= limit)
            {
                return false;
            }
        }

        return true;
    }

    // The last due time on a date with this session; null when it can't be told, or may be on a date without one.
    private static TimeSpan? LastDue(ScheduledTask task, SegmentHours shape, ExchangeCalendar calendar, bool always)
    {
        var (onSessions, usesWallClock) = task.Trigger switch
        {
            Trigger.AtTimes at => (at.Times[0].Anchor is not null, at.Times[0].Anchor is null),
            Trigger.Every every =>
                (every.From?.Anchor is not null || every.To?.Anchor is not null, every.To?.Anchor is null),
            _ => (false, true),
        };
        if (!(onSessions || always) || (usesWallClock && task.Zone.Id != calendar.Zone.Id))
        {
            return null;
        }

        return task.Trigger switch
        {
            Trigger.AtTimes at => Last(at.Times, shape),
            Trigger.Every { To: { } to } => TimeOf(to, shape) - TimeSpan.FromTicks(1),
            Trigger.ByCron cron => cron.Expression.Times[^1].ToTimeSpan(),
            _ => null,
        };
    }

    private static TimeSpan Last(IReadOnlyList<DayTime> times, SegmentHours shape)
    {
        var last = TimeSpan.MinValue;
        foreach (var time in times)
        {
            last = TimeOf(time, shape) is var one && one > last ? one : last;
        }

        return last;
    }

    private static TimeSpan TimeOf(DayTime time, SegmentHours shape) =>
        time.Anchor is { } anchor ? SessionShapes.TimeOf(anchor, shape) : time.Wall!.Value.ToTimeSpan();
}
