using System.Runtime.InteropServices;

namespace Kobe.Core.Planning;

/// <summary>Sorts the occurrences of a date by due; what ties keeps its order.</summary>
internal static class DueOrder
{
    // Seconds since the first one in the upper bits, the place in the lower: numbers sort faster than occurrences.
    private const int PlaceBits = 24;

    public static Occurrence[] Sorted(List<Occurrence> gathered)
    {
        var count = gathered.Count;
        if (count >= 1 << PlaceBits)
        {
            return [.. gathered.OrderBy(occurrence => occurrence.DueTicks)];
        }

        var all = CollectionsMarshal.AsSpan(gathered);
        var first = long.MaxValue;
        foreach (ref readonly var occurrence in all)
        {
            first = Math.Min(first, occurrence.DueTicks);
        }

        var keys = new long[count];
        for (var i = 0; i < count; i++)
        {
            var seconds = (all[i].DueTicks - first) / TimeSpan.TicksPerSecond;
            keys[i] = (seconds << PlaceBits) | (uint)i;
        }

        Array.Sort(keys);
        var sorted = new Occurrence[count];
        for (var i = 0; i < count; i++)
        {
            sorted[i] = all[(int)(keys[i] & ((1 << PlaceBits) - 1))];
        }

        return sorted;
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
