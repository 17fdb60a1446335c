namespace Kobe.Core.Markets.Days;

/// <summary>Makes the days of one year from an exchange's rules.</summary>
/// <remarks>Order of precedence: weekend, yearly closing, yearly early close, single days.</remarks>
internal static class YearOfDays
{
    public static TradingDay[] Make(CalendarRules rules, int year)
    {
        var plans = new DayPlan[DateTime.IsLeapYear(year) ? 366 : 365];
        var first = new DateOnly(year, 1, 1);
        for (var i = 0; i < plans.Length; i++)
        {
            var trades = rules.Week.Contains(first.AddDays(i).DayOfWeek);
            plans[i] = new(trades ? DayKind.Session : DayKind.Weekend, rules.Hours.Open, rules.Hours.Close);
        }

        ApplyEarlyCloses(plans, rules, year);
        ApplyClosings(plans, rules, year);
        ApplyOneOffDays(plans, rules, year);
        var days = new TradingDay[plans.Length];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = Day(plans[i], first.AddDays(i), rules);
        }

        return days;
    }

    private static void ApplyEarlyCloses(DayPlan[] plans, CalendarRules rules, int year)
    {
        foreach (var rule in rules.EarlyCloses)
        {
            if (rule.In(year) is { } date && plans[date.DayOfYear - 1].Kind == DayKind.Session)
            {
                plans[date.DayOfYear - 1] = new(DayKind.EarlyClose, rules.Hours.Open, rule.Close, rule.Name);
            }
        }
    }

    // A holiday of the neighbouring year may be observed in this one (Saturday 1 January under NearestWeekday).
    private static void ApplyClosings(DayPlan[] plans, CalendarRules rules, int year)
    {
        foreach (var rule in rules.Closings)
        {
            for (var holidayYear = year - 1; holidayYear <= year + 1; holidayYear++)
            {
                if (rule.ObservedIn(holidayYear) is { } date && date.Year == year
                    && plans[date.DayOfYear - 1].Kind != DayKind.Weekend)
                {
                    plans[date.DayOfYear - 1] = new(DayKind.Holiday, default, default, rule.Name);
                }
            }
        }
    }

    private static void ApplyOneOffDays(DayPlan[] plans, CalendarRules rules, int year)
    {
        foreach (var entry in rules.OneOffDays)
        {
            if (entry.Date.Year == year)
            {
                ref var plan = ref plans[entry.Date.DayOfYear - 1];
                plan = Changed(plan, entry, rules.Hours);
            }
        }
    }

    private static DayPlan Changed(DayPlan plan, OneOffDay entry, SegmentHours hours) => entry.Kind switch
    {
        OneOffKind.Closed => new(DayKind.Holiday, default, default, entry.Name, entry.Source),
        OneOffKind.EarlyClose =>
            new(DayKind.EarlyClose, plan.HasSession ? plan.Open : hours.Open, entry.At!.Value, entry.Name,
                entry.Source),
        OneOffKind.LateOpen => plan with { Open = entry.At!.Value, Name = entry.Name, Source = entry.Source },
        OneOffKind.Reopen => new(DayKind.Session, hours.Open, hours.Close, entry.Name, entry.Source),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TradingDay Day(in DayPlan plan, DateOnly date, CalendarRules rules)
    {
        var confirmed = date <= rules.ConfirmedThrough || plan.Source is not null;
        var session = SessionOf(plan, date, rules);

        // A zone that crosses the date line skips a whole date (Samoa 2011-12-30): nothing can trade on it.
        return session is not null && session.Open == session.Close
            ? new(date, DayKind.Holiday, "Session skipped by the clocks", null, confirmed, plan.Source)
            : new(date, plan.Kind, plan.Name, session, confirmed, plan.Source);
    }

    private static Session? SessionOf(in DayPlan plan, DateOnly date, CalendarRules rules)
    {
        if (!plan.HasSession)
        {
            return null;
        }

        var hours = rules.Hours;
        var local = new LocalDay(date, rules.Zone);
        var post = plan.Kind == DayKind.EarlyClose ? plan.Close + hours.PostAfterEarlyClose : hours.Post;
        return new(
            Instant(local, hours.Pre), Instant(local, plan.Open), Instant(local, plan.Close), Instant(local, post));
    }

    private static DateTimeOffset Instant(in LocalDay day, TimeSpan wallClock) =>
        day.Resolve(wallClock, GapPolicy.Run, OverlapPolicy.First)!.Value;
}
