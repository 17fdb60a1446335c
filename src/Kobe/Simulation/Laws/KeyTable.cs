using Kobe.Core.Runs;

namespace Kobe.Simulation.Laws;

/// <summary>The records of one date, by key.</summary>
/// <remarks>
/// Chained by the print that every record has for the digest anyway. A dictionary by key would hash both strings anew
/// for each question, and its code, made for this one type, would be compiled at every start.
/// </remarks>
internal sealed class KeyTable(DateOnly date)
{
    private const int SizeMin = 256;

    private KeyRecord?[] _chains = new KeyRecord?[SizeMin];
    private int _count;

    public DateOnly Date { get; } = date;

    public KeyRecord? Find(in OccurrenceKey key)
    {
        var print = OrderLog.PrintOf(key);
        var record = _chains[ChainOf(print, _chains.Length)];
        while (record is not null && !(record.Print == print && record.Key == key))
        {
            record = record.Next;
        }

        return record;
    }

    public KeyRecord Of(in OccurrenceKey key)
    {
        if (Find(key) is not { } record)
        {
            Put(_chains, record = new KeyRecord(key));
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
        ref var chain = ref chains[ChainOf(record.Print, chains.Length)];
        record.Next = chain;
        chain = record;
    }

    private static int ChainOf(long print, int count) => (int)((print ^ (print >>> 32)) & (count - 1));
}
