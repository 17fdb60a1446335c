using System.Runtime.CompilerServices;
using Kobe.Core.Runs;

namespace Kobe.Simulation.Laws;

/// <summary>The records of the dates that can still matter, and what of them is not durable yet.</summary>
internal sealed class KeyBooks
{
    // One more than the ledger keeps of the newest, whatever the clock did.
    private const int DatesKept = RunLimits.ReachDays + 3;

    // In order: there are few, and the last is asked for most.
    private readonly List<KeyTable> _dates = [];

    // Forgotten, to be used again.
    private readonly Stack<KeyTable> _spare = [];
    private Undurable[] _undurable = new Undurable[16];
    private int _undurableCount;
    private KeyTable? _lastDate;
    private KeyRecord? _lastRecord;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public KeyRecord? Find(in OccurrenceKey key) => IsLast(key) ? _lastRecord : On(key.Date)?.Find(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public KeyRecord Of(in OccurrenceKey key) => IsLast(key) ? _lastRecord! : _lastRecord = OnOrNew(key.Date).Of(key);

    // A start, a call, an effect and an end of one key mostly follow each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsLast(in OccurrenceKey key) => _lastRecord is { } last && ReferenceEquals(last.Key.Slot, key.Slot)
        && ReferenceEquals(last.Key.Task, key.Task) && last.Key.Date == key.Date;

    /// <summary>The record that stands for a task's bulk of a date.</summary>
    public static OccurrenceKey BulkOf(string task, DateOnly date) => new(task, date, "/beyond-look-back");

    /// <summary>Notes an event that is not durable yet, and what it changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoteWritten(KeyRecord? record)
    {
        if (_undurableCount == _undurable.Length)
        {
            var more = new Undurable[_undurableCount * 2];
            Array.Copy(_undurable, more, _undurableCount);
            _undurable = more;
        }

        ref var undurable = ref _undurable[_undurableCount++];
        undurable.Record = record;
        if (record is not null)
        {
            undurable.Before = record.Journal;
        }
    }

    /// <summary>All is durable.</summary>
    public void Synced() => _undurableCount = 0;

    /// <summary>The machine lost the last so many events.</summary>
    public void Lose(int lost)
    {
        for (var i = _undurableCount - 1; i >= Math.Max(0, _undurableCount - lost); i--)
        {
            if (_undurable[i].Record is { } record)
            {
                record.Journal = _undurable[i].Before;
            }
        }

        _undurableCount = 0;
    }

    /// <summary>Forgets dates long past whose records are all final, once no power cut can take that back.</summary>
    public void Forget()
    {
        if (_undurableCount > 0)
        {
            return;
        }

        for (var i = _dates.Count - DatesKept - 1; i >= 0; i--)
        {
            if (_dates[i].IsOver())
            {
                _spare.Push(_dates[i]);
                _dates.RemoveAt(i);
                _lastDate = null;
                _lastRecord = null;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private KeyTable? On(DateOnly date)
    {
        if (_lastDate?.Date == date)
        {
            return _lastDate;
        }

        var at = PlaceOf(date);
        return at >= 0 && _dates[at].Date == date ? _lastDate = _dates[at] : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private KeyTable OnOrNew(DateOnly date)
    {
        if (On(date) is not { } records)
        {
            records = _spare.TryPop(out var spare) ? spare : new();
            records.Begin(date);
            _dates.Insert(PlaceOf(date) + 1, records);
            _lastDate = records;
        }

        return records;
    }

    // The last that is not after it.
    private int PlaceOf(DateOnly date)
    {
        var at = _dates.Count - 1;
        while (at >= 0 && _dates[at].Date > date)
        {
            at--;
        }

        return at;
    }

    private struct Undurable
    {
        public KeyRecord? Record;
        public JournalledKey Before;
    }
}
