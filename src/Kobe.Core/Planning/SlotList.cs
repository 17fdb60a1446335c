namespace Kobe.Core.Planning;

/// <summary>The slots of one row and date in due order. Used again for row after row.</summary>
internal sealed class SlotList
{
    private Slot[] _slots = new Slot[16];

    public int Count { get; private set; }

    public Span<Slot> Span => new(_slots, 0, Count);

    public void Clear() => Count = 0;

    public void Add(long due, long nominal, string name, Presence presence)
    {
        if (Count == _slots.Length)
        {
            var more = new Slot[Count * 2];
            Array.Copy(_slots, more, Count);
            _slots = more;
        }

        _slots[Count++] = new() { Due = due, Nominal = nominal, Name = name, Presence = presence };
    }

    /// <summary>Sorts by instant, then by wall-clock time; slots that tie keep their order.</summary>
    public void Sort()
    {
        // Almost always sorted already: insertion is linear then, and it is stable.
        var slots = Span;
        for (var i = 1; i < slots.Length; i++)
        {
            var slot = slots[i];
            var at = i;
            for (; at > 0 && IsAfter(slots[at - 1], slot); at--)
            {
                slots[at] = slots[at - 1];
            }

            slots[at] = slot;
        }
    }

    /// <summary>Of slots at one instant only the last stays; the list must be sorted.</summary>
    public void Coalesce(DateOnly date)
    {
        var slots = Span;
        for (var i = slots.Length - 2; i >= 0; i--)
        {
            ref var slot = ref slots[i];
            ref var next = ref slots[i + 1];
            if (slot.Due == next.Due)
            {
                slot.Presence = Presence.Coalesced;
                slot.Into = next.Into ?? next.Name;
                slot.IntoDate = next.Into is null ? date : next.IntoDate;
            }
        }
    }

    private static bool IsAfter(in Slot left, in Slot right) =>
        left.Due > right.Due || (left.Due == right.Due && left.Nominal > right.Nominal);
}
