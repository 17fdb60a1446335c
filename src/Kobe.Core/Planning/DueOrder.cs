using System.Runtime.CompilerServices;

namespace Kobe.Core.Planning;

/// <summary>Sorts the occurrences of a date by due; what ties keeps its order. Not for several threads.</summary>
internal sealed class DueOrder
{
    // Ticks since the first one in the upper bits, the place in the lower: numbers sort faster than occurrences. The
    // occurrences of a date lie within three days; these bits hold five days and two million places.
    private const int PlaceBits = 21;
    private const long SpanTicksMax = 1L << (63 - PlaceBits);

    // Used again for date after date: arrays of this size are collected only with everything else.
    private long[] _keys = [];
    private long[] _spare = [];

    /// <summary>Fills a list with what was gathered, in due order.</summary>
    public void Sort(OccurrenceList gathered, OccurrenceList into)
    {
        into.Clear();
        var all = gathered.Span;
        if (all.IsEmpty)
        {
            return;
        }

        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (ref readonly var occurrence in all)
        {
            first = Math.Min(first, occurrence.DueTicks);
            last = Math.Max(last, occurrence.DueTicks);
        }

        if (all.Length >= 1 << PlaceBits || last - first >= SpanTicksMax)
        {
            foreach (var occurrence in gathered.ToArray().OrderBy(occurrence => occurrence.DueTicks))
            {
                into.Add(occurrence);
            }

            return;
        }

        if (_keys.Length < all.Length)
        {
            (_keys, _spare) = (new long[all.Length * 2], new long[all.Length * 2]);
        }

        for (var i = 0; i < all.Length; i++)
        {
            _keys[i] = ((all[i].DueTicks - first) << PlaceBits) | (uint)i;
        }

        into.Reserve(all.Length);
        var merged = Merged(all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            into.Add(all[(int)(merged[i] & ((1 << PlaceBits) - 1))]);
        }
    }

    // Stretches that are sorted are put together two by two. The library's sort would be compiled at every start.
    private long[] Merged(int count)
    {
        var (from, to) = (_keys, _spare);
        for (var length = 1; length < count; length *= 2)
        {
            for (var start = 0; start < count; start += 2 * length)
            {
                var middle = Math.Min(start + length, count);
                Merge(from, to, start, middle, Math.Min(middle + length, count));
            }

            (from, to) = (to, from);
        }

        return from;
    }

    private static void Merge(long[] from, long[] to, int start, int middle, int end)
    {
        var (left, right) = (start, middle);
        for (var at = start; at < end; at++)
        {
            to[at] = right >= end || (left < middle && from[left] <= from[right]) ? from[left++] : from[right++];
        }
    }

    /// <summary>Whether one comes before another: by due, then by the row's id.</summary>
    public static bool Precedes(in Occurrence left, in Occurrence right) =>
        left.DueTicks != right.DueTicks
            ? left.DueTicks < right.DueTicks
            : string.CompareOrdinal(left.Task.Id, right.Task.Id) < 0;

    /// <summary>The place of the first that is due after an instant in UTC ticks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstAfter(OccurrenceList occurrences, long ticks)
    {
        var (low, high) = (0, occurrences.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = occurrences[middle].DueTicks <= ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
