using System.Runtime.CompilerServices;
using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Brain;

/// <summary>Writes what happens: into the journal first, then into the ledger that decisions look at.</summary>
internal sealed class Book(IJournal journal, Ledger ledger, TimeProvider time)
{
    /// <summary>The fold of all that is written.</summary>
    public Ledger Ledger { get; } = ledger;

    /// <summary>Why nothing can be written, since the last attempt to; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether anything could not be written in this turn: it is tried again soon.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether only opening the journal anew can help.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether an end was written that must be durable before this turn is over.</summary>
    public bool OwesSync { get; private set; }

    /// <summary>How long the last sync took, in milliseconds.</summary>
    public double SyncMs { get; private set; }

    /// <summary>Called with each event that was written.</summary>
    public Action<RunEvent>? Written { get; set; }

    /// <summary>Called with how long each sync took.</summary>
    public Action<TimeSpan>? Synced { get; set; }

    /// <summary>A turn begins.</summary>
    public void BeginTurn() => HasFailed = false;

    /// <summary>Writes an event; it is durable after the next <see cref="TrySync"/>.</summary>
    /// <returns>False when it could not be written: then it has not happened.</returns>
    public bool TryWrite(RunEvent what)
    {
        if (Ledger.Refusal(what) is { } refusal)
        {
            throw new LedgerException(Ledger.Seq + 1, what, refusal);
        }

        try
        {
            var seq = journal.Append(what);
            Problem = null;
            Ledger.Apply(seq, what);
            Written?.Invoke(what);
            return true;
        }
        catch (JournalWriteException error)
        {
            Note(error);
            return false;
        }
    }

    /// <summary>An end was written. The next start's sync makes it durable too, or the turn's end does.</summary>
    public void OweSync() => OwesSync = true;

    /// <summary>Makes durable what was written.</summary>
    /// <returns>False when the disk refused; then nothing may be done on the strength of it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySync()
    {
        try
        {
            var began = time.GetTimestamp();
            journal.Sync();
            OwesSync = false;
            var took = time.GetElapsedTime(began);
            SyncMs = took.TotalMilliseconds;
            Synced?.Invoke(took);
            return true;
        }
        catch (JournalWriteException error)
        {
            Note(error);
            return false;
        }
    }

    private void Note(JournalWriteException error)
    {
        Problem = error.Message;
        HasFailed = true;
        IsBroken |= !error.Retryable;
    }
}
