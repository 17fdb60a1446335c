namespace Kobe.Core.Planning;

/// <summary>Sorts the occurrences of a date by due; what ties keeps its order.</summary>
internal static class DueOrder
{
    // Ticks since the first one in the upper bits, the place in the lower: numbers sort faster than occurrences. The
    // occurrences of a date lie within three days; these bits hold five days and two million places.
    private const int PlaceBits = 21;
    private const long SpanTicksMax = 1L << (63 - PlaceBits);

    public static Occurrence[] Sorted(OccurrenceList gathered)
    {
        var all = gathered.Span;
        if (all.IsEmpty)
        {
            return [];
        }

        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (ref readonly var occurrence in all)
        {
            first = Math.Min(first, occurrence.DueTicks);
            last = Math.Max(last, occurrence.DueTicks);
        }

        if (all.Length >= 1 << PlaceBits || last - first >= SpanTicksMax)
        {
            return [.. gathered.ToArray().OrderBy(occurrence => occurrence.DueTicks)];
        }

        var keys = new long[all.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((all[i].DueTicks - first) << PlaceBits) | (uint)i;
        }

        var order = Merged(keys);
        var sorted = new Occurrence[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            sorted[i] = all[(int)(order[i] & ((1 << PlaceBits) - 1))];
        }

        return sorted;
    }

    // Stretches that are sorted are put together two by two. The library's sort would be compiled at every start.
    private static long[] Merged(long[] keys)
    {
        var (from, to) = (keys, new long[keys.Length]);
        for (var length = 1; length < keys.Length; length *= 2)
        {
            for (var start = 0; start < keys.Length; start += 2 * length)
            {
                var middle = Math.Min(start + length, keys.Length);
                Merge(from, to, start, middle, Math.Min(middle + length, keys.Length));
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
    public static int FirstAfter(Occurrence[] occurrences, long ticks)
    {
        var (low, high) = (0, occurrences.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = occurrences[middle].DueTicks <= ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
