using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Simulation;

/// <summary>A journal that knows how much of it a power cut could still take.</summary>
internal sealed class WatchedJournal(IJournal inner) : IJournal, IWatchedStore
{
    public int Unsynced { get; private set; }

    public long LastSeq => inner.LastSeq;

    public JournalState State => inner.State;

    public long Append(RunEvent what)
    {
        var seq = inner.Append(what);
        Unsynced++;
        return seq;
    }

    public void Sync()
    {
        inner.Sync();
        Unsynced = 0;
    }

    public IEnumerable<JournalEntry> Read(long fromSeq) => inner.Read(fromSeq);

    public void Checkpoint(Ledger ledger)
    {
        inner.Checkpoint(ledger);
        Unsynced = 0;
    }

    public int Compact(Ledger ledger, DateOnly keepFrom) => inner.Compact(ledger, keepFrom);

    public void Dispose() => inner.Dispose();
}
