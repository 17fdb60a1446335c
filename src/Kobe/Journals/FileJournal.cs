using Kobe.Core.Runs;
using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>One JSON line an event, a file a day, checkpoints beside them.</summary>
/// <remarks>
/// An append writes at once, so a full disk is that event's failure and no other's; a sync makes durable what was
/// written. Opened by <see cref="FileJournalStore"/>.
/// </remarks>
internal sealed class FileJournal : IJournal
{
    // Two, so that compaction never rests on one file alone.
    private const int CheckpointsKept = 2;
    private readonly IJournalMedium _medium;
    private readonly DayWriter _writer;
    private readonly JournalLine _line = new();
    private readonly List<long> _checkpoints = [];
    private uint _lastCrc;
    private bool _isClosed;

    internal FileJournal(IJournalMedium medium, DayWriter writer, long lastSeq, uint lastCrc, long checkpoint)
    {
        _medium = medium;
        _writer = writer;
        LastSeq = lastSeq;
        _lastCrc = lastCrc;
        if (checkpoint > 0)
        {
            _checkpoints.Add(checkpoint);
        }
    }

    /// <inheritdoc/>
    public long LastSeq { get; private set; }

    /// <inheritdoc/>
    public JournalState State =>
        _isClosed ? JournalState.Closed : _writer.IsBroken ? JournalState.Failed : JournalState.Open;

    /// <inheritdoc/>
    public long Append(RunEvent what)
    {
        DemandOpen();
        var line = _line.Write(LastSeq + 1, what);
        try
        {
            _writer.Write(DateOnly.FromDateTime(what.At.UtcDateTime), LastSeq + 1, line);
        }
        catch (PosixException failed)
        {
            throw Failed(failed);
        }

        JournalLine.IsWhole(line[..^1], out _lastCrc);
        return ++LastSeq;
    }

    /// <inheritdoc/>
    public void Sync()
    {
        DemandOpen();
        try
        {
            _writer.Sync();
        }
        catch (PosixException failed)
        {
            throw Failed(failed);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Read(long fromSeq) => JournalReader.Read(_medium, fromSeq);

    /// <inheritdoc/>
    public void Checkpoint(Ledger ledger)
    {
        DemandLast(ledger);
        Sync();
        if (LastSeq == 0 || _checkpoints.Contains(LastSeq))
        {
            return;
        }

        try
        {
            _medium.Replace(JournalFileName.OfCheckpoint(LastSeq), new CheckpointText(ledger, _lastCrc).Write());
            _checkpoints.Add(LastSeq);
            _checkpoints.RemoveRange(0, Math.Max(0, _checkpoints.Count - CheckpointsKept));
            foreach (var name in _medium.List())
            {
                if (JournalFileName.TryCheckpoint(name, out var seq) && !_checkpoints.Contains(seq.Value))
                {
                    _medium.Delete(name);
                }
            }
        }
        catch (PosixException failed)
        {
            throw Later(failed);
        }
    }

    /// <inheritdoc/>
    public int Compact(Ledger ledger, DateOnly keepFrom)
    {
        DemandLast(ledger);
        if (_checkpoints.Count < CheckpointsKept)
        {
            return 0;
        }

        // Oldest first and stopping at the first that must stay, so that no gap can arise.
        var needed = Math.Min(_checkpoints[0], ledger.OldestSeqInReach);
        var deleted = 0;
        while (_writer.Files is [var oldest, var next, ..] && oldest.Date < keepFrom && next.FirstSeq <= needed)
        {
            try
            {
                _writer.DeleteOldest();
            }
            catch (PosixException failed)
            {
                throw Later(failed);
            }

            deleted++;
        }

        return deleted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _writer.Dispose();
            _line.Dispose();
        }
    }

    private void DemandOpen()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_writer.IsBroken)
        {
            throw new JournalWriteException(
                "A write or sync failed before; what the disk has is only known after opening the journal again.",
                retryable: false);
        }
    }

    private void DemandLast(Ledger ledger)
    {
        DemandOpen();
        ArgumentOutOfRangeException.ThrowIfNotEqual(ledger.Seq, LastSeq);
    }

    // What only makes the next start faster or the directory smaller can be tried again another day.
    private static JournalWriteException Later(PosixException failed) => new(failed.Message, retryable: true, failed);

    // An error that is not lack of room says that the disk is ill: the journal ends here, as after a failed sync.
    private JournalWriteException Failed(PosixException failed)
    {
        var retryable = failed.IsNoSpace && !_writer.IsBroken;
        if (!retryable)
        {
            _writer.Break();
        }

        return new JournalWriteException(failed.Message, retryable, failed);
    }
}
