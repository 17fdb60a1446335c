using System.Runtime.CompilerServices;

namespace Kobe.Core.Queueing;

/// <summary>A binary heap of waiters that know their places in it, so that any of them can leave or move.</summary>
/// <remarks>A structure and not delegates says the order: what is asked at each step is compiled into it.</remarks>
/// <typeparam name="TRank">Which comes first, and where a waiter keeps its place; each is in the heap once at most.
/// </typeparam>
/// <param name="rank">The rank by which it is in order.</param>
internal sealed class WaiterHeap<TRank>(TRank rank)
    where TRank : struct, IRank
{
    private Waiter[] _items = new Waiter[16];

    public int Count { get; private set; }

    public Waiter? First => Count == 0 ? null : _items[0];

    public ReadOnlySpan<Waiter> Items => _items.AsSpan(0, Count);

    public bool Contains(Waiter item) => rank.PlaceOf(item) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Waiter item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        Count++;
        Rise(item, Count - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(Waiter item)
    {
        var index = rank.PlaceOf(item);
        if (index < 0)
        {
            return;
        }

        rank.PlaceOf(item) = -1;
        Count--;
        var last = _items[Count];
        _items[Count] = null!;
        if (index < Count)
        {
            Settle(last, index);
        }
    }

    /// <summary>Puts an item in its place again after its rank has changed.</summary>
    public void Moved(Waiter item) => Settle(item, rank.PlaceOf(item));

    private void Settle(Waiter item, int index)
    {
        if (index > 0 && rank.Compare(item, _items[(index - 1) / 2]) < 0)
        {
            Rise(item, index);
        }
        else
        {
            Sink(item, index);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Rise(Waiter item, int index)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (rank.Compare(item, _items[parent]) >= 0)
            {
                break;
            }

            Put(_items[parent], index);
            index = parent;
        }

        Put(item, index);
    }

    private void Sink(Waiter item, int index)
    {
        for (var child = (2 * index) + 1; child < Count; child = (2 * index) + 1)
        {
            if (child + 1 < Count && rank.Compare(_items[child + 1], _items[child]) < 0)
            {
                child++;
            }

            if (rank.Compare(_items[child], item) >= 0)
            {
                break;
            }

            Put(_items[child], index);
            index = child;
        }

        Put(item, index);
    }

    private void Put(Waiter item, int index)
    {
        _items[index] = item;
        rank.PlaceOf(item) = index;
    }
}
