using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Simulation.Faults;

/// <summary>A journal before and behind whose every step the brain may crash.</summary>
internal sealed class CrashingJournal(IJournal inner, CrashPoint crash) : IJournal
{
    public long LastSeq => inner.LastSeq;

    public JournalState State => inner.State;

    public long Append(RunEvent what)
    {
        crash.Pass("before append");
        return inner.Append(what);
    }

    public void Sync()
    {
        crash.Pass("before sync");
        inner.Sync();
        crash.Pass("after sync");
    }

    public IEnumerable<JournalEntry> Read(long fromSeq) => inner.Read(fromSeq);

    public void Checkpoint(Ledger ledger) => inner.Checkpoint(ledger);

    public int Compact(Ledger ledger, DateOnly keepFrom) => inner.Compact(ledger, keepFrom);

    public void Dispose() => inner.Dispose();
}
