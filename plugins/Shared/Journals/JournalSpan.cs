namespace Kobe.Plugins.Journals;

/// <summary>Reads what was journalled in a stretch of time, and no more of the files than that takes.</summary>
/// <param name="state">The state directory.</param>
/// <param name="from">From when on (UTC).</param>
/// <param name="to">Up to when (UTC), itself outside.</param>
internal sealed class JournalSpan(string state, DateTimeOffset from, DateTimeOffset to)
{
    // A month of a busy brain has half a million lines; a look at more than two of them would not end in time.
    private const long LinesMax = 1_000_000;

    // A day's file is named for its first line in UTC and may go on a little after midnight.
    private const int DaysBefore = 1;

    /// <summary>How many lines were looked at.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether there is a journal of that time at all.</summary>
    public bool IsEmpty => Lines == 0;

    /// <summary>The notes of wanted events in order; each line is read when it is asked for.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="wanted">The names of the events.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file can't be read.</exception>
    public IEnumerable<JournalNote> Notes(CancellationToken cancellation, params string[] wanted)
    {
        foreach (var line in Whole(cancellation))
        {
            if (JournalNote.TryRead(line.Span, wanted, out var note) && note.At >= from && note.At < to)
            {
                yield return note;
            }
        }
    }

    /// <summary>All lines of the files, from the first of the stretch on.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    public IEnumerable<ReadOnlyMemory<byte>> Whole(CancellationToken cancellation)
    {
        var (first, last) = (Day(from).AddDays(-DaysBefore), Day(to));
        foreach (var file in JournalDay.In(state).Where(file => file.Date >= first && file.Date <= last))
        {
            foreach (var line in JournalLines.Of(file.Path, from))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!line.IsEmpty)
                {
                    Lines++;
                    yield return line;
                }

                if (Lines >= LinesMax)
                {
                    yield break;
                }
            }
        }
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
