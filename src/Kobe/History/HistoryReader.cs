using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.History;

/// <summary>Reads the history out of the journal's files, also while a brain writes them.</summary>
internal static class HistoryReader
{
    /// <summary>The rows that are asked for, the newest first.</summary>
    /// <param name="journal">The journal's folder.</param>
    /// <param name="query">Which.</param>
    /// <exception cref="JournalCorruptException">The journal is damaged.</exception>
    public static IReadOnlyList<HistoryRow> Read(string journal, HistoryQuery query)
    {
        var rows = All(journal, query);
        rows.Reverse();
        return rows.Count > query.Limit ? rows.GetRange(0, query.Limit) : rows;
    }

    /// <summary>All rows of the dates and the task that are asked for, oldest first, whatever the limit.</summary>
    public static List<HistoryRow> All(string journal, HistoryQuery query)
    {
        var fold = new HistoryFold();
        foreach (var entry in Entries(journal, query.From))
        {
            fold.Add(entry.Event);
        }

        var rows = new List<HistoryRow>();
        foreach (var row in fold.Rows())
        {
            if (query.Wants(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>Who changed what from a date on, the newest first.</summary>
    public static IReadOnlyList<RunEvent> Audit(string journal, DateOnly from, int limit)
    {
        var changes = new List<RunEvent>();
        foreach (var entry in Entries(journal, from))
        {
            if (entry.Event is RunEvent.Control or RunEvent.Resolved or RunEvent.Unquarantined)
            {
                changes.Add(entry.Event);
            }
        }

        changes.Reverse();
        return changes.Count > limit ? changes.GetRange(0, limit) : changes;
    }

    // Files are named by the UTC date of their first line; a zone's date may begin on the day before.
    private static IEnumerable<JournalEntry> Entries(string journal, DateOnly from)
    {
        var medium = new FileJournalMedium(journal);
        var first = 0L;
        foreach (var file in DayFile.InOrder(medium))
        {
            if (file.Date < from.AddDays(-1))
            {
                first = file.FirstSeq;
            }
            else if (file.FirstSeq != long.MaxValue)
            {
                first = file.FirstSeq;
                break;
            }
        }

        return JournalReader.Read(medium, first);
    }
}
