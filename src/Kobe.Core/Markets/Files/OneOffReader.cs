using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Reads the single days of a calendar file.</summary>
internal static class OneOffReader
{
    private static readonly YamlKeys Keys =
        new("an entry of 'days'", ["date", "is", "at", "name", "source"], "date", "is", "name", "source");

    public static IReadOnlyList<PlacedDay> Read(YamlFields file, Diagnostics diagnostics)
    {
        var days = new List<PlacedDay>();
        foreach (var row in file.Rows("days", Keys) ?? [])
        {
            if (Entry(row, diagnostics) is { } entry)
            {
                days.Add(new(entry, row.Mark));
            }
        }

        return days;
    }

    private static OneOffDay? Entry(YamlFields row, Diagnostics diagnostics)
    {
        var date = row.Date("date");
        var kind = row.Choice<OneOffKind>("is");
        var at = row.Time("at");
        var name = row.Text("name");
        var source = row.Text("source");
        if (date is { } day && !CoveredDate.Check(day, row.MarkOf("date"), diagnostics))
        {
            return null;
        }

        return date is null || kind is null || name is null || source is null || !FitsKind(row, kind.Value, diagnostics)
            ? null
            : new(date.Value, kind.Value, at?.ToTimeSpan(), name, source);
    }

    private static bool FitsKind(YamlFields row, OneOffKind kind, Diagnostics diagnostics)
    {
        var needsTime = kind is OneOffKind.EarlyClose or OneOffKind.LateOpen;
        if (needsTime == row.Has("at"))
        {
            return true;
        }

        if (needsTime)
        {
            diagnostics.Error(row.Mark, TextCodes.MissingKey, "An early close or late open needs 'at'.",
                "Write at: \"13:00\".");
        }
        else
        {
            diagnostics.Error(row.MarkOf("at"), CalendarCodes.BadRule, "A closed or reopened day has no 'at'.",
                "Leave it out; give a reopened day odd hours by an early_close or late_open entry beside it.");
        }

        return false;
    }
}
