using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>Reads events without opening the journal for writing: for commands, also while a brain writes.</summary>
internal static class JournalReader
{
    /// <summary>Events from a number on, in order; a last line that is not whole (yet) is left out.</summary>
    /// <exception cref="JournalCorruptException">A line is damaged and another follows.</exception>
    public static IEnumerable<JournalEntry> Read(IJournalMedium medium, long fromSeq)
    {
        var files = DayFile.InOrder(medium);
        var names = new NamePool();
        foreach (var (index, day) in files.Index())
        {
            if (index + 1 < files.Count && files[index + 1].FirstSeq <= fromSeq)
            {
                continue;
            }

            using var file = medium.OpenToRead(day.Name);
            using var lines = new LineReader(file);
            var at = Path.Combine(medium.Name, day.Name);
            for (var bad = 0; TryNext(lines, at, fromSeq, names, ref bad, out var entry);)
            {
                if (entry is { } read)
                {
                    yield return read;
                }
            }
        }
    }

    private static bool TryNext(
        LineReader lines, string file, long fromSeq, NamePool names, ref int bad, out JournalEntry? entry)
    {
        entry = null;
        if (!lines.TryNext(out var line))
        {
            return false;
        }

        if (line.IsEmpty)
        {
            return true;
        }

        if (!lines.HasEnd || !JournalLine.IsWhole(line))
        {
            bad = lines.Number;
            return true;
        }

        if (bad > 0)
        {
            throw JournalCorruptException.At(
                file, bad, JournalCodes.BadLine, "The line is damaged and another follows.");
        }

        if (JournalLine.SeqOf(line) >= fromSeq)
        {
            entry = RunEventReader.TryRead(line, names, out var read, out var problem)
                ? read
                : throw JournalCorruptException.At(file, lines.Number, JournalCodes.Unreadable, problem);
        }

        return true;
    }
}
