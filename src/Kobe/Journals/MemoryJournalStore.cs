using Kobe.Core.Runs;
using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>A journal that keeps the events themselves, for simulation: no text is made unless somebody asks.</summary>
/// <remarks>
/// What it loses and refuses is what the files lose and refuse; one conformance suite holds both to that. A torn line
/// is cut by every opening, so here a torn event is a lost one.
/// </remarks>
internal sealed class MemoryJournalStore : IJournalStore
{
    private readonly List<JournalEntry> _events = [];
    private Ledger _checkpoint = new();
    private long _firstSeq = 1;
    private int _synced;
    private int _life;

    /// <summary>The error number with which a write or sync fails now; 0 lets it through.</summary>
    public Func<MediumOperation, int>? Fault { get; set; }

    /// <summary>Whether compaction keeps what a key in reach still has behind the checkpoint, as the files do for
    /// history; a simulation asks for none, and what is kept is looked through by every collection.</summary>
    public bool KeepsHistory { get; init; } = true;

    /// <summary>Events that a crash could still lose.</summary>
    public int Unsynced => _events.Count - _synced;

    /// <summary>The number of the last event.</summary>
    public long LastSeq => _firstSeq + _events.Count - 1;

    /// <inheritdoc/>
    public OpenedJournal Open()
    {
        _life++;
        _synced = _events.Count;
        var ledger = _checkpoint.Clone();
        for (var seq = ledger.Seq + 1; seq <= LastSeq; seq++)
        {
            ledger.Apply(seq, _events[(int)(seq - _firstSeq)].Event);
        }

        return new OpenedJournal(new MemoryJournal(this, _life), ledger, _checkpoint.Seq, null, []);
    }

    /// <summary>The machine loses power: the first so many of the unsynced events are left.</summary>
    public void Crash(int kept = 0)
    {
        _life++;
        _events.RemoveRange(_synced + Math.Min(kept, Unsynced), Unsynced - Math.Min(kept, Unsynced));
    }

    private sealed class MemoryJournal(MemoryJournalStore store, int life) : IJournal
    {
        private bool _hasFailed;
        private bool _isClosed;

        public long LastSeq => store.LastSeq;

        public JournalState State => _isClosed ? JournalState.Closed
            : _hasFailed || store._life != life ? JournalState.Failed
            : JournalState.Open;

        public long Append(RunEvent what)
        {
            Check(MediumOperation.Write);
            var seq = store.LastSeq + 1;
            store._events.Add(new(seq, what));
            return seq;
        }

        public void Sync()
        {
            DemandOpen();
            if (store.Unsynced > 0)
            {
                Check(MediumOperation.Sync);
                store._synced = store._events.Count;
            }
        }

        public IEnumerable<JournalEntry> Read(long fromSeq)
        {
            for (var seq = Math.Max(fromSeq, store._firstSeq); seq <= store.LastSeq; seq++)
            {
                yield return store._events[(int)(seq - store._firstSeq)];
            }
        }

        public void Checkpoint(Ledger ledger)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(ledger.Seq, LastSeq);
            Sync();
            Check(MediumOperation.Replace);
            store._checkpoint = ledger.Clone();
        }

        public int Compact(Ledger ledger, DateOnly keepFrom)
        {
            DemandOpen();
            ArgumentOutOfRangeException.ThrowIfNotEqual(ledger.Seq, LastSeq);
            var count = store.KeepsHistory
                ? CountBefore(Math.Min(store._checkpoint.Seq, ledger.OldestSeqInReach), keepFrom)
                : (int)(store._checkpoint.Seq - store._firstSeq + 1);

            store._events.RemoveRange(0, count);
            store._firstSeq += count;
            store._synced -= count;
            return count;
        }

        public void Dispose() => _isClosed = true;

        private int CountBefore(long needed, DateOnly keepFrom)
        {
            var (count, keep) = (0, keepFrom.DayNumber * TimeSpan.TicksPerDay);
            while (store._firstSeq + count < needed && store._events[count].Event.At.UtcTicks < keep)
            {
                count++;
            }

            return count;
        }

        private void Check(MediumOperation operation)
        {
            DemandOpen();
            if (store.Fault?.Invoke(operation) is not (> 0 and var errno))
            {
                return;
            }

            var failure = new PosixException(errno, operation.ToString().ToLowerInvariant());
            var isForLater = operation == MediumOperation.Replace
                || (operation != MediumOperation.Sync && failure.IsNoSpace);
            _hasFailed |= !isForLater;
            if (operation == MediumOperation.Sync)
            {
                store.Crash();
            }

            throw new JournalWriteException(failure.Message, isForLater, failure);
        }

        private void DemandOpen()
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (State == JournalState.Failed)
            {
                throw new JournalWriteException("The journal has failed; open it again.", retryable: false);
            }
        }
    }
}
