using System.Runtime.InteropServices;
using Kobe.Core.Runs;

namespace Kobe.Simulation.Laws;

/// <summary>The records of the dates that can still matter, and what of them is not durable yet.</summary>
internal sealed class KeyBooks
{
    // The ledger forgets after nine days; clocks go wrong by a few.
    private const int DatesKept = 24;

    private readonly SortedDictionary<DateOnly, Dictionary<OccurrenceKey, KeyRecord>> _dates = [];
    private readonly List<(KeyRecord? Record, JournalledKey Before)> _undurable = [];
    private (DateOnly Date, Dictionary<OccurrenceKey, KeyRecord>? Records) _last;

    private KeyRecord? _lastRecord;

    public KeyRecord? Find(OccurrenceKey key) =>
        IsLast(key) ? _lastRecord : On(key.Date)?.GetValueOrDefault(key);

    public KeyRecord Of(OccurrenceKey key) => IsLast(key) ? _lastRecord! : _lastRecord = FindOrAdd(key);

    // A start, a call, an effect and an end of one key mostly follow each other.
    private bool IsLast(in OccurrenceKey key) => _lastRecord is { } last && ReferenceEquals(last.Key.Slot, key.Slot)
        && ReferenceEquals(last.Key.Task, key.Task) && last.Key.Date == key.Date;

    private KeyRecord FindOrAdd(OccurrenceKey key)
    {
        ref var record = ref CollectionsMarshal.GetValueRefOrAddDefault(OnOrNew(key.Date), key, out _);
        return record ??= new KeyRecord(key);
    }

    /// <summary>The record that stands for a task's bulk of a date.</summary>
    public static OccurrenceKey BulkOf(string task, DateOnly date) => new(task, date, "/beyond-look-back");

    /// <summary>Notes an event that is not durable yet, and what it changes.</summary>
    public void NoteWritten(KeyRecord? record) => _undurable.Add((record, record?.Journal ?? default));

    /// <summary>All is durable.</summary>
    public void Synced() => _undurable.Clear();

    /// <summary>The machine lost the last so many events.</summary>
    public void Lose(int lost)
    {
        for (var i = _undurable.Count - 1; i >= Math.Max(0, _undurable.Count - lost); i--)
        {
            if (_undurable[i] is { Record: { } record, Before: var before })
            {
                record.Journal = before;
            }
        }

        _undurable.Clear();
    }

    /// <summary>Forgets dates long past whose records are all final.</summary>
    public void Forget()
    {
        foreach (var date in _dates.Keys.SkipLast(DatesKept).ToList())
        {
            if (_dates[date].Values.All(record => record.Journal.IsFinal || !record.Journal.IsKnown))
            {
                _dates.Remove(date);
                _last = default;
                _lastRecord = null;
            }
        }
    }

    private Dictionary<OccurrenceKey, KeyRecord>? On(DateOnly date)
    {
        if (_last.Date != date || _last.Records is null)
        {
            _dates.TryGetValue(date, out var records);
            _last = (date, records);
        }

        return _last.Records;
    }

    private Dictionary<OccurrenceKey, KeyRecord> OnOrNew(DateOnly date)
    {
        if (On(date) is not { } records)
        {
            _dates.Add(date, records = []);
            _last = (date, records);
        }

        return records;
    }
}
