namespace Kobe.Core.Queueing;

/// <summary>A binary heap whose items know their places, so that any of them can leave or move.</summary>
/// <typeparam name="T">The items; each is in the heap once at most.</typeparam>
/// <param name="compare">A total order: which item comes first.</param>
/// <param name="place">Where an item keeps its index in this heap; -1 when it is not in it.</param>
internal sealed class IndexedHeap<T>(Comparison<T> compare, PlaceOf<T> place)
    where T : class
{
    private T[] _items = new T[16];

    public int Count { get; private set; }

    public T? First => Count == 0 ? null : _items[0];

    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    public bool Contains(T item) => place(item) >= 0;

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        Count++;
        Rise(item, Count - 1);
    }

    public void Remove(T item)
    {
        var index = place(item);
        if (index < 0)
        {
            return;
        }

        place(item) = -1;
        Count--;
        var last = _items[Count];
        _items[Count] = null!;
        if (index < Count)
        {
            Settle(last, index);
        }
    }

    /// <summary>Puts an item in its place again after its rank has changed.</summary>
    public void Moved(T item) => Settle(item, place(item));

    private void Settle(T item, int index)
    {
        if (index > 0 && compare(item, _items[(index - 1) / 2]) < 0)
        {
            Rise(item, index);
        }
        else
        {
            Sink(item, index);
        }
    }

    private void Rise(T item, int index)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (compare(item, _items[parent]) >= 0)
            {
                break;
            }

            Put(_items[parent], index);
            index = parent;
        }

        Put(item, index);
    }

    private void Sink(T item, int index)
    {
        for (var child = (2 * index) + 1; child < Count; child = (2 * index) + 1)
        {
            if (child + 1 < Count && compare(_items[child + 1], _items[child]) < 0)
            {
                child++;
            }

            if (compare(_items[child], item) >= 0)
            {
                break;
            }

            Put(_items[child], index);
            index = child;
        }

        Put(item, index);
    }

    private void Put(T item, int index)
    {
        _items[index] = item;
        place(item) = index;
    }
}
