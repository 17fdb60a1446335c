using Kobe.Core.Runs;
using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>Folds a journal without opening it for writing: for commands, also while a brain writes.</summary>
internal static class LedgerReader
{
    // A brain that writes or tidies up may be met half-way; it is not, three times in a row.
    private const int TriesMax = 3;

    /// <summary>The ledger as the journal tells it now; null when there is none, or it can't be read.</summary>
    /// <param name="medium">The journal's directory; nothing in it is changed.</param>
    /// <param name="problem">Why it can't be read; null when it can, or there is none.</param>
    public static Ledger? Read(IJournalMedium medium, out string? problem)
    {
        problem = null;
        for (var i = 0; i < TriesMax; i++)
        {
            try
            {
                return Fold(medium);
            }
            catch (JournalCorruptException corrupt)
            {
                problem = corrupt.Diagnostic.ToString();
            }
            catch (Exception error) when (error is PosixException or IOException or UnauthorizedAccessException)
            {
                problem = error.Message;
            }
        }

        return null;
    }

    private static Ledger? Fold(IJournalMedium medium)
    {
        var files = DayFile.InOrder(medium);
        if (files.Count == 0)
        {
            return null;
        }

        foreach (var checkpoint in CheckpointFiles.Newest(medium, []).Append(null))
        {
            var ledger = checkpoint?.Ledger ?? new Ledger();
            var scan = new JournalScan(medium, ledger, checkpoint?.LineCrc);
            scan.Read(From(files, ledger.Seq));
            if (scan.Mismatch is null)
            {
                return ledger;
            }
        }

        return null;
    }

    // The file that the checkpoint's own line is in, and those behind it: a year of journal is not read again.
    private static IReadOnlyList<DayFile> From(IReadOnlyList<DayFile> files, long seq)
    {
        var first = 0;
        while (first + 1 < files.Count && files[first + 1].FirstSeq <= seq)
        {
            first++;
        }

        return [.. files.Skip(first)];
    }
}
