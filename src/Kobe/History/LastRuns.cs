using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Operation;

namespace Kobe.History;

/// <summary>The last attempts of one task.</summary>
internal static class LastRuns
{
    // As many as show whether it goes well.
    private const int Shown = 5;

    // Most tasks run in a week; rows of a quarter are looked for further back, a year of journal is not.
    private const int DaysUsual = 9;
    private const int DaysMax = 100;

    /// <summary>The attempts that began up to an instant, the latest first; none when the journal can't be read.
    /// </summary>
    /// <param name="journal">The journal's folder; null when there is none.</param>
    /// <param name="task">The task's id.</param>
    /// <param name="now">The instant, UTC.</param>
    public static IReadOnlyList<HistoryRow> Of(string? journal, string task, DateTimeOffset now) =>
        journal is null ? []
        : OfDays(journal, task, now) is { Count: >= Shown } enough ? enough
        : OfDays(journal, task, now, DaysMax);

    /// <summary>The same, of the last days only.</summary>
    public static IReadOnlyList<HistoryRow> OfDays(
        string journal, string task, DateTimeOffset now, int days = DaysUsual)
    {
        try
        {
            // A day ahead: the task's zone may be on tomorrow's date already.
            var last = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
            return Read(journal, new(last.AddDays(-days), last) { Task = task }, now);
        }
        catch (Exception error) when (error is JournalCorruptException or PosixException or IOException
            or UnauthorizedAccessException)
        {
            // Whoever asks has been told that the journal can't be read, and why.
            return [];
        }
    }

    private static List<HistoryRow> Read(string journal, HistoryQuery query, DateTimeOffset now)
    {
        var runs = HistoryReader.All(journal, query).FindAll(row => row.StartedAt <= now);
        runs.Reverse();
        return runs.Count > Shown ? runs.GetRange(0, Shown) : runs;
    }
}
