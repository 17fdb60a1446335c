using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Reads the yearly closings and early closes of a calendar file.</summary>
internal static class YearlyRuleReader
{
    private static readonly YamlKeys ClosingKeys =
        new("an entry of 'closings'", ["name", .. YearlyDateReader.Keys, "observed", "from", "until"], "name");

    private static readonly YamlKeys EarlyCloseKeys = new(
        "an entry of 'early_closes'", ["name", .. YearlyDateReader.Keys, "at", "on", "from", "until"], "name", "at");

    public static List<ClosingRule> Closings(YamlFields file, Diagnostics diagnostics)
    {
        var rules = new List<ClosingRule>();
        foreach (var row in file.Rows("closings", ClosingKeys) ?? [])
        {
            var name = row.Text("name");
            var date = YearlyDateReader.Read(row, diagnostics);
            var observed = row.Choice<Observance>("observed") ?? Observance.OnTheDay;
            var (from, until) = Span(row, diagnostics);
            if (name is not null && date is not null)
            {
                rules.Add(new(name, date, observed, from, until));
            }
        }

        return rules;
    }

    public static List<EarlyCloseRule> EarlyCloses(
        YamlFields file, WeekdaySet week, SegmentHours? hours, Diagnostics diagnostics)
    {
        var rules = new List<EarlyCloseRule>();
        foreach (var row in file.Rows("early_closes", EarlyCloseKeys) ?? [])
        {
            var name = row.Text("name");
            var date = YearlyDateReader.Read(row, diagnostics);
            var at = row.Time("at");
            var on = Weekdays(row, "on") ?? week;
            var (from, until) = Span(row, diagnostics);
            if (name is not null && date is not null && at is { } close)
            {
                CheckTime(row, close.ToTimeSpan(), hours, diagnostics);
                rules.Add(new(name, date, on, close.ToTimeSpan(), from, until));
            }
        }

        return rules;
    }

    public static WeekdaySet? Weekdays(YamlFields row, string key) =>
        row.Choices<WeekdayName>(key) is { } names
            ? new WeekdaySet(names.Select(name => (DayOfWeek)name).ToArray())
            : null;

    private static void CheckTime(YamlFields row, TimeSpan close, SegmentHours? hours, Diagnostics diagnostics)
    {
        if (hours is not null && (close <= hours.Open || close >= hours.Close))
        {
            diagnostics.Error(row.MarkOf("at"), CalendarCodes.BadHours,
                $"An early close at {close:hh\\:mm} does not lie between the usual open and close.",
                HoursReader.Hint(hours.Open, hours.Close));
        }
    }

    private static (DateOnly? From, DateOnly? Until) Span(YamlFields row, Diagnostics diagnostics)
    {
        var from = row.Date("from");
        var until = row.Date("until");
        if (from > until)
        {
            diagnostics.Error(row.MarkOf("until"), CalendarCodes.Contradiction, "'until' lies before 'from'.",
                "Swap them.");
        }

        return (from, until);
    }
}
