using System.Runtime.CompilerServices;
using Kobe.Core.Runs;

namespace Kobe.Simulation.Laws;

/// <summary>The records of one date, by key. Used again for another date, with its records.</summary>
/// <remarks>
/// Open addressing by a few characters of the key. A dictionary by key would hash both strings whole for each question,
/// and its code, made for this one type, would be compiled at every start.
/// </remarks>
internal sealed class KeyTable
{
    private const int SizeMin = 512;
    private const ulong Empty = 0;

    // What is looked through: a hash and, above it, one more than the place of its record. Half of it is empty.
    private ulong[] _index = new ulong[SizeMin];

    // Those from _count on are of an earlier use.
    private KeyRecord[] _records = [];
    private int _count;

    public DateOnly Date { get; private set; }

    public KeyRecord? Find(in OccurrenceKey key) => Find(key, HashOf(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public KeyRecord Of(in OccurrenceKey key)
    {
        var hash = HashOf(key);
        return Find(key, hash) ?? Add(key, hash);
    }

    /// <summary>Whether nothing can happen to any of them any more.</summary>
    public bool IsOver()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_records[i].Journal is { IsFinal: false, IsKnown: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Begins a date; records of another are used again, so nobody may hold on to them.</summary>
    public void Begin(DateOnly date)
    {
        Date = date;
        _count = 0;
        Array.Clear(_index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private KeyRecord? Find(in OccurrenceKey key, uint hash)
    {
        for (var at = hash; ; at++)
        {
            var found = _index[at & (uint)(_index.Length - 1)];
            if (found == Empty)
            {
                return null;
            }

            if (HashIn(found) == hash && _records[PlaceIn(found)] is var record && record.Key == key)
            {
                return record;
            }
        }
    }

    private KeyRecord Add(in OccurrenceKey key, uint hash)
    {
        if (_count == _index.Length / 2)
        {
            Grow();
        }

        if (_count == _records.Length)
        {
            Array.Resize(ref _records, _index.Length / 2);
        }

        var record = _records[_count] ??= new KeyRecord();
        record.Begin(key);
        Put(_index, hash, _count++);
        return record;
    }

    private void Grow()
    {
        var index = new ulong[_index.Length * 2];
        foreach (var found in _index)
        {
            if (found != Empty)
            {
                Put(index, HashIn(found), PlaceIn(found));
            }
        }

        _index = index;
    }

    private static void Put(ulong[] index, uint hash, int place)
    {
        var at = hash;
        while (index[at & (uint)(index.Length - 1)] != Empty)
        {
            at++;
        }

        index[at & (uint)(index.Length - 1)] = ((ulong)(place + 1) << 32) | hash;
    }

    private static uint HashIn(ulong found) => unchecked((uint)found);

    private static int PlaceIn(ulong found) => (int)(found >> 32) - 1;

    // Rows that look alike differ at an end of their id or in its length, slots of a row in their last characters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HashOf(in OccurrenceKey key)
    {
        unchecked
        {
            const ulong Mix = 0x9E3779B97F4A7C15;
            var hash = (Ends(key.Task) * Mix) ^ Ends(key.Slot);
            hash *= Mix;
            return (uint)(hash >>> 33);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Ends(string text)
    {
        unchecked
        {
            var (first, last) = (0ul, (ulong)text.Length);
            for (var i = 0; i < 4 && i < text.Length; i++)
            {
                first = (first << 16) | text[i];
                last = (last << 15) + text[text.Length - 1 - i];
            }

            return last ^ (first * 31);
        }
    }
}
