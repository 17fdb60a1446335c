using Kobe.Core.Runs;
using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>A directory of day files and checkpoints.</summary>
/// <param name="medium">The directory.</param>
/// <param name="options">How it is written.</param>
internal sealed class FileJournalStore(IJournalMedium medium, JournalOptions options) : IJournalStore
{
    /// <inheritdoc/>
    public OpenedJournal Open()
    {
        var files = DayFile.InOrder(medium);
        var notes = new List<string>();
        IJournalFile? last = null;
        try
        {
            // Opened first: what is read must be what is durable, or the brain would act on what may yet be lost.
            last = files.Count > 0 ? medium.Open(files[^1].Name) : null;
            foreach (var checkpoint in CheckpointFiles.Newest(medium, notes).Append(null))
            {
                var ledger = checkpoint?.Ledger ?? new Ledger();
                var from = ledger.Seq;
                var scan = new JournalScan(medium, ledger, checkpoint?.LineCrc);
                scan.Read(files);
                if (scan.Mismatch is null)
                {
                    return Opened(files, last, ledger, from, scan, notes);
                }

                notes.Add($"{JournalFileName.OfCheckpoint(from)} was passed over: {scan.Mismatch}.");
            }

            throw new InvalidOperationException("A scan without a checkpoint has none to mismatch.");
        }
        catch (PosixException failed)
        {
            last?.Dispose();
            throw new JournalWriteException(failed.Message, retryable: false, failed);
        }
        catch
        {
            last?.Dispose();
            throw;
        }
    }

    private OpenedJournal Opened(
        IReadOnlyList<DayFile> files,
        IJournalFile? last,
        Ledger ledger,
        long from,
        JournalScan scan,
        IReadOnlyList<string> notes)
    {
        if (last is not null && scan.Torn is not null)
        {
            last.Truncate(scan.End);
            last.Sync();
        }

        foreach (var name in medium.List())
        {
            // Of a replacing that a crash cut short.
            if (name.EndsWith(AtomicFile.Suffix, StringComparison.Ordinal))
            {
                medium.Delete(name);
            }
        }

        var writer = new DayWriter(medium, options, files, last, scan.End);
        var journal = new FileJournal(medium, writer, scan.LastSeq, scan.LastCrc, from);
        return new OpenedJournal(journal, ledger, from, scan.Torn, notes);
    }
}
