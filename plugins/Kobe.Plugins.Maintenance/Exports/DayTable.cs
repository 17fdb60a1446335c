using Kobe.Plugins.Journals;

namespace Kobe.Plugins.Maintenance.Exports;

/// <summary>Makes the tables of a date from the journal.</summary>
internal static class DayTable
{
    /// <summary>The table of a kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="notes">The date's notes, in order.</param>
    public static CsvTable Of(ExportKind kind, IEnumerable<JournalNote> notes) => kind switch
    {
        ExportKind.Attempts => Attempts(notes),
        ExportKind.Ends => Ends(notes),
        ExportKind.Changes => Changes(notes),
        _ => Tasks(notes),
    };

    /// <summary>The events that a kind's table is made of.</summary>
    public static string[] Events(ExportKind kind) => kind switch
    {
        ExportKind.Attempts => ["queued", "triggered", "started", "ended"],
        ExportKind.Changes => ["control", "resolved", "unquarantined"],
        _ => ["closed", "ended", "reconciled", "resolved"],
    };

    private static CsvTable Attempts(IEnumerable<JournalNote> notes)
    {
        var table = new CsvTable(
            "key", "task", "attempt", "due", "started", "ended", "lateness_ms", "duration_ms", "result", "next",
            "error");
        var due = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        var started = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var note in notes)
        {
            if (note.Key is not { } key)
            {
                continue;
            }

            switch (note.Event)
            {
                case "started":
                    started[key] = note.At;
                    break;
                case "ended":
                    DateTimeOffset? start = started.TryGetValue(key, out var at) ? at : null;
                    var was = due.GetValueOrDefault(key);
                    table.Add(
                        key, note.Task, note.Attempt, was, start, note.At,
                        (start - was)?.TotalMilliseconds, note.DurationMs, note.Result, note.Next,
                        note.Error ?? note.Reason);
                    break;
                default:
                    due[key] = note.Due;
                    break;
            }
        }

        return table;
    }

    private static CsvTable Ends(IEnumerable<JournalNote> notes)
    {
        var table = new CsvTable("key", "task", "at", "state", "reason");
        foreach (var note in notes)
        {
            if (note.Final is { } state)
            {
                table.Add(note.Key, note.Task, note.At, state, note.Error ?? note.Reason);
            }
        }

        return table;
    }

    private static CsvTable Changes(IEnumerable<JournalNote> notes)
    {
        var table = new CsvTable("at", "what", "subject", "by", "reason");
        foreach (var note in notes)
        {
            table.Add(note.At, note.Verb ?? note.Event, note.Subject ?? note.Key ?? note.Task, note.By, note.Reason);
        }

        return table;
    }

    private static CsvTable Tasks(IEnumerable<JournalNote> notes)
    {
        var tasks = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var note in notes)
        {
            if (note.Final is { } state)
            {
                if (!tasks.TryGetValue(note.Task, out var states))
                {
                    tasks[note.Task] = states = new(StringComparer.Ordinal);
                }

                states[state] = states.GetValueOrDefault(state) + 1;
            }
        }

        var table = new CsvTable("task", "state", "count");
        foreach (var (task, states) in tasks)
        {
            foreach (var (state, count) in states)
            {
                table.Add(task, state, count);
            }
        }

        return table;
    }
}
