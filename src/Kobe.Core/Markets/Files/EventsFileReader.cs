using Kobe.Core.Markets.Events;
using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Reads the events file: FOMC decisions, single events, earnings windows, lengths of seasons.</summary>
internal static class EventsFileReader
{
    private static readonly YamlKeys Keys =
        new("the events file", ["fomc", "events", "earnings", "turn_of_month", "quarter_end"]);

    private static readonly YamlKeys FomcKeys =
        new("an entry of 'fomc'", ["days", "at", "source", "confirmed"], "days", "at", "source");

    private static readonly YamlKeys EventKeys =
        new("an entry of 'events'", ["date", "at", "name", "source", "confirmed"], "date", "at", "name", "source");

    private static readonly YamlKeys EarningsKeys =
        new("an entry of 'earnings'", ["from", "to", "source"], "from", "to");

    private static readonly YamlKeys TurnKeys = new("'turn_of_month'", ["last", "first", "source"], "last", "first");

    private static readonly YamlKeys QuarterKeys = new("'quarter_end'", ["last", "source"], "last");

    public static EventRules Read(YamlNode root, Diagnostics diagnostics)
    {
        if (YamlFields.Of(root, Keys, diagnostics) is not { } file)
        {
            return EventRules.None;
        }

        var turn = file.Fields("turn_of_month", TurnKeys);
        var quarter = file.Fields("quarter_end", QuarterKeys);
        var none = EventRules.None;
        return new EventRules
        {
            Dated = [.. Fomc(file, diagnostics), .. Single(file, diagnostics)],
            Earnings = Earnings(file, diagnostics),
            TurnOfMonthLast = turn?.Number("last", 0, 10) ?? none.TurnOfMonthLast,
            TurnOfMonthFirst = turn?.Number("first", 0, 10) ?? none.TurnOfMonthFirst,
            QuarterEndLast = quarter?.Number("last", 0, 20) ?? none.QuarterEndLast,
        };
    }

    private static List<DatedEvent> Fomc(YamlFields file, Diagnostics diagnostics)
    {
        var events = new List<DatedEvent>();
        var places = new Dictionary<int, YamlScalar>();
        foreach (var row in file.Rows("fomc", FomcKeys) ?? [])
        {
            var at = row.Time("at");
            var source = row.Text("source");
            var confirmed = row.Bool("confirmed") ?? true;
            foreach (var scalar in row.Scalars("days") ?? [])
            {
                if (YamlValues.Date(scalar, "days", diagnostics) is { } date
                    && CoveredDate.Check(date, scalar.Mark, diagnostics)
                    && IsNew(places, date, scalar, diagnostics) && at is { } time && source is not null)
                {
                    events.Add(BuiltInEvents.Decision(date, time.ToTimeSpan(), source, confirmed));
                }
            }
        }

        return events;
    }

    private static bool IsNew(
        Dictionary<int, YamlScalar> places, DateOnly date, YamlScalar scalar, Diagnostics diagnostics)
    {
        if (places.TryAdd(date.DayNumber, scalar))
        {
            return true;
        }

        diagnostics.Error(scalar.Mark, CalendarCodes.Duplicate,
            $"{date:yyyy-MM-dd} is an FOMC day twice; the other entry is at {places[date.DayNumber].Mark}.",
            "Leave one of them out.");
        return false;
    }

    private static List<DatedEvent> Single(YamlFields file, Diagnostics diagnostics)
    {
        var events = new List<DatedEvent>();
        var places = new Dictionary<string, YamlFields>();
        foreach (var row in file.Rows("events", EventKeys) ?? [])
        {
            var date = row.Date("date");
            var at = row.Time("at");
            var name = row.Text("name");
            var source = row.Text("source");
            var confirmed = row.Bool("confirmed") ?? true;
            if (date is not { } day || !CoveredDate.Check(day, row.MarkOf("date"), diagnostics)
                || at is null || name is null || source is null)
            {
                continue;
            }

            var entry = $"'{name}' on {day:yyyy-MM-dd}";
            if (places.TryAdd(entry, row))
            {
                events.Add(new(day, at.Value.ToTimeSpan(), name, source, confirmed));
            }
            else
            {
                diagnostics.Error(row.Mark, CalendarCodes.Duplicate,
                    $"{entry} stands here twice; the other entry is at {places[entry].Mark}.",
                    "Leave one of them out.");
            }
        }

        return events;
    }

    private static List<YearlyWindow> Earnings(YamlFields file, Diagnostics diagnostics)
    {
        var windows = new List<YearlyWindow>();
        foreach (var row in file.Rows("earnings", EarningsKeys) ?? [])
        {
            var from = YearlyDateReader.MonthDay(row, "from", diagnostics);
            var to = YearlyDateReader.MonthDay(row, "to", diagnostics);
            if (from is var (fromMonth, fromDay) && to is var (toMonth, toDay))
            {
                if ((toMonth, toDay).CompareTo((fromMonth, fromDay)) < 0)
                {
                    diagnostics.Error(row.MarkOf("to"), CalendarCodes.Contradiction, "'to' lies before 'from'.",
                        "A window stays within one year: write two of them.");
                }

                windows.Add(new(fromMonth, fromDay, toMonth, toDay));
            }
        }

        return windows;
    }
}
