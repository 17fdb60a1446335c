using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Refuses single days that contradict each other or the day they name.</summary>
internal static class OneOffCheck
{
    /// <summary>Checks the entries of one calendar, in the order in which they will be applied.</summary>
    public static void Check(
        CalendarRules rules, IReadOnlyList<PlacedDay> entries, Diagnostics diagnostics)
    {
        var calendar = new ExchangeCalendar(rules);
        for (var i = 0; i < entries.Count;)
        {
            var sameDate = i;
            while (sameDate < entries.Count && entries[sameDate].Day.Date == entries[i].Day.Date)
            {
                sameDate++;
            }

            if (CheckAgainstEachOther(entries, i, sameDate, diagnostics))
            {
                CheckAgainstDay(calendar, entries, i, sameDate, diagnostics);
            }

            i = sameDate;
        }
    }

    private static bool CheckAgainstEachOther(
        IReadOnlyList<PlacedDay> entries, int from, int to, Diagnostics diagnostics)
    {
        var agree = true;
        for (var i = from + 1; i < to; i++)
        {
            var (earlier, place) = entries[i - 1];
            var (entry, mark) = entries[i];
            if (entry.Kind == earlier.Kind)
            {
                diagnostics.Error(mark, CalendarCodes.Duplicate,
                    $"{entry.Date:yyyy-MM-dd} is {Word(entry.Kind)} twice; the other entry is at {place}.",
                    "Leave one of them out.");
                agree = false;
            }
            else if (entries[from].Day.Kind == OneOffKind.Closed)
            {
                diagnostics.Error(mark, CalendarCodes.Contradiction,
                    $"{entry.Date:yyyy-MM-dd} can't be {Word(entry.Kind)}: it is closed at {entries[from].Mark}.",
                    "Leave one of them out.");
                agree = false;
            }
            else if (entry.Kind == OneOffKind.EarlyClose && earlier.Kind == OneOffKind.LateOpen
                && entry.At <= earlier.At)
            {
                diagnostics.Error(mark, CalendarCodes.Contradiction,
                    $"{entry.Date:yyyy-MM-dd} would close before its late open at {place}.",
                    "Correct one of the times.");
                agree = false;
            }
        }

        return agree;
    }

    private static void CheckAgainstDay(
        ExchangeCalendar calendar,
        IReadOnlyList<PlacedDay> entries,
        int from,
        int to,
        Diagnostics diagnostics)
    {
        var day = calendar.On(entries[from].Day.Date);
        var hours = Hours(calendar, day, entries, from, to);
        var isOpen = day.Session is not null || entries[from].Day.Kind == OneOffKind.Reopen;
        for (var i = from; i < to; i++)
        {
            var (entry, mark) = entries[i];
            switch (entry.Kind)
            {
                case OneOffKind.Closed when day.Kind == DayKind.Weekend:
                    diagnostics.Warning(mark, CalendarCodes.Redundant,
                        $"{entry.Date:yyyy-MM-dd} is a {entry.Date.DayOfWeek}, closed anyway.", "Check the date.");
                    break;
                case OneOffKind.Reopen when day.Session is not null:
                    diagnostics.Error(mark, CalendarCodes.DoesNotFitDay,
                        $"{entry.Date:yyyy-MM-dd} is open anyway.", "Leave the reopen out.");
                    break;
                case OneOffKind.EarlyClose or OneOffKind.LateOpen when !isOpen:
                    diagnostics.Error(mark, CalendarCodes.DoesNotFitDay,
                        $"{entry.Date:yyyy-MM-dd} has no session: {day.Name ?? "it is a weekend"}.",
                        "If it does trade, add a reopen entry for the date.");
                    break;
                case OneOffKind.EarlyClose or OneOffKind.LateOpen:
                    CheckTime(hours, entry, mark, diagnostics);
                    break;
            }
        }
    }

    // An early close must lie after the day's own open, a late open before its own close: either may be odd by a rule.
    // Where entries change both, they were held against each other already.
    private static (TimeSpan Open, TimeSpan Close) Hours(
        ExchangeCalendar calendar, TradingDay day, IReadOnlyList<PlacedDay> entries, int from, int to)
    {
        var (open, close) = (calendar.Rules.Hours.Open, calendar.Rules.Hours.Close);
        if (day.Session is not { } session)
        {
            return (open, close);
        }

        var (opensLate, closesEarly) = (false, false);
        for (var i = from; i < to; i++)
        {
            opensLate |= entries[i].Day.Kind == OneOffKind.LateOpen;
            closesEarly |= entries[i].Day.Kind == OneOffKind.EarlyClose;
        }

        return (
            opensLate ? open : SinceMidnight(session.Open, calendar, day),
            closesEarly ? close : SinceMidnight(session.Close, calendar, day));
    }

    private static TimeSpan SinceMidnight(DateTimeOffset instant, ExchangeCalendar calendar, TradingDay day) =>
        TimeZoneInfo.ConvertTime(instant, calendar.Zone).DateTime - day.Date.ToDateTime(TimeOnly.MinValue);

    private static void CheckTime(
        (TimeSpan Open, TimeSpan Close) hours, OneOffDay entry, Mark mark, Diagnostics diagnostics)
    {
        if (entry.At <= hours.Open || entry.At >= hours.Close)
        {
            diagnostics.Error(mark, CalendarCodes.BadHours,
                $"{entry.At:hh\\:mm} does not lie between the open and the close of {entry.Date:yyyy-MM-dd}.",
                HoursReader.Hint(hours.Open, hours.Close));
        }
    }

    private static string Word(OneOffKind kind) => kind switch
    {
        OneOffKind.EarlyClose => "an early close",
        OneOffKind.LateOpen => "a late open",
        OneOffKind.Reopen => "reopened",
        _ => "closed",
    };
}
