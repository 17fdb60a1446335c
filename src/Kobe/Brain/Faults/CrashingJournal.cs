using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Brain.Faults;

/// <summary>A journal around which the brain can be made to crash.</summary>
internal sealed class CrashingJournal(IJournal inner, CrashPoints points) : IJournal
{
    private RunEvent? _unsynced;

    public long LastSeq => inner.LastSeq;

    public JournalState State => inner.State;

    public long Append(RunEvent what)
    {
        if (what is RunEvent.Started)
        {
            points.Reach(CrashPoint.BeforeStarted);
        }

        var seq = inner.Append(what);
        if (what is RunEvent.Started or RunEvent.Ended)
        {
            _unsynced = what;
            points.Reach(what is RunEvent.Started ? CrashPoint.StartedWritten : CrashPoint.EndedWritten);
        }

        return seq;
    }

    public void Sync()
    {
        inner.Sync();
        if (_unsynced is { } synced)
        {
            _unsynced = null;
            points.Reach(synced is RunEvent.Started ? CrashPoint.StartedSynced : CrashPoint.EndedSynced);
        }
    }

    public IEnumerable<JournalEntry> Read(long fromSeq) => inner.Read(fromSeq);

    public void Checkpoint(Ledger ledger) => inner.Checkpoint(ledger);

    public int Compact(Ledger ledger, DateOnly keepFrom) => inner.Compact(ledger, keepFrom);

    public void Dispose() => inner.Dispose();
}
