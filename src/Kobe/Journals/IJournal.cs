using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>The order of all events, kept. Synchronous, one writer; one conformance suite for all forms.</summary>
internal interface IJournal : IDisposable
{
    /// <summary>The number of the last event that was appended; 0 when there is none.</summary>
    long LastSeq { get; }

    /// <summary>Whether it takes events.</summary>
    JournalState State { get; }

    /// <summary>Writes an event down; it is durable only after the next <see cref="Sync"/>.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="JournalWriteException">It is not written, and the journal is as it was before.</exception>
    long Append(RunEvent what);

    /// <summary>Returns when everything appended is durable; costs nothing when it already is.</summary>
    /// <exception cref="JournalWriteException">The journal has failed. A failed sync is never tried again.</exception>
    void Sync();

    /// <summary>Events from a number on, in order.</summary>
    IEnumerable<JournalEntry> Read(long fromSeq);

    /// <summary>Keeps the ledger at the last event, so that the next start reads only what follows.</summary>
    /// <param name="ledger">The fold of all events up to <see cref="LastSeq"/>.</param>
    /// <exception cref="JournalWriteException">It is not kept; the journal goes on all the same.</exception>
    void Checkpoint(Ledger ledger);

    /// <summary>Deletes what nobody needs: covered by checkpoints, older than asked, no key in reach in it.</summary>
    /// <param name="ledger">The fold of all events up to <see cref="LastSeq"/>.</param>
    /// <param name="keepFrom">Files of this UTC date and later stay.</param>
    /// <returns>How many files went.</returns>
    int Compact(Ledger ledger, DateOnly keepFrom);
}
