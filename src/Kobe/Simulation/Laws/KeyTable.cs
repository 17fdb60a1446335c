using Kobe.Core.Runs;

namespace Kobe.Simulation.Laws;

/// <summary>The records of one date, by key.</summary>
/// <remarks>
/// Chained by a few characters of the key. A dictionary by key would hash both strings whole for each question, and its
/// code, made for this one type, would be compiled at every start.
/// </remarks>
internal sealed class KeyTable(DateOnly date)
{
    private const int SizeMin = 256;

    private KeyRecord?[] _chains = new KeyRecord?[SizeMin];
    private int _count;

    public DateOnly Date { get; } = date;

    public KeyRecord? Find(in OccurrenceKey key) => Find(key, HashOf(key));

    private KeyRecord? Find(in OccurrenceKey key, int hash)
    {
        var record = _chains[hash & (_chains.Length - 1)];
        while (record is not null && !(record.Hash == hash && record.Key == key))
        {
            record = record.Next;
        }

        return record;
    }

    public KeyRecord Of(in OccurrenceKey key)
    {
        var hash = HashOf(key);
        if (Find(key, hash) is not { } record)
        {
            Put(_chains, record = new KeyRecord(key, hash));
            if (++_count == _chains.Length)
            {
                Grow();
            }
        }

        return record;
    }

    /// <summary>Whether nothing can happen to any of them any more.</summary>
    public bool IsOver()
    {
        foreach (var chain in _chains)
        {
            for (var record = chain; record is not null; record = record.Next)
            {
                if (record.Journal is { IsFinal: false, IsKnown: true })
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Grow()
    {
        var chains = new KeyRecord?[_chains.Length * 4];
        foreach (var chain in _chains)
        {
            for (var record = chain; record is not null;)
            {
                var next = record.Next;
                Put(chains, record);
                record = next;
            }
        }

        _chains = chains;
    }

    private static void Put(KeyRecord?[] chains, KeyRecord record)
    {
        ref var chain = ref chains[record.Hash & (chains.Length - 1)];
        record.Next = chain;
        chain = record;
    }

    // Rows that look alike differ at an end of their id or in its length, slots of a row in their last characters.
    private static int HashOf(in OccurrenceKey key)
    {
        unchecked
        {
            const ulong Mix = 0x9E3779B97F4A7C15;
            var hash = (Ends(key.Task) * Mix) ^ Ends(key.Slot);
            hash *= Mix;
            return (int)(hash >>> 33);
        }
    }

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
