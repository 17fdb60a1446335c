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
            return [.. gathered.OrderBy(occurrence => occurrence.Due.UtcTicks)];
        }

        var first = long.MaxValue;
        foreach (var occurrence in gathered)
        {
            first = Math.Min(first, occurrence.Due.UtcTicks);
        }

        var keys = new long[count];
        for (var i = 0; i < count; i++)
        {
            var seconds = (gathered[i].Due.UtcTicks - first) / TimeSpan.TicksPerSecond;
            keys[i] = (seconds << PlaceBits) | (uint)i;
        }

        Array.Sort(keys);
        var sorted = new Occurrence[count];
        for (var i = 0; i < count; i++)
        {
            sorted[i] = gathered[(int)(keys[i] & ((1 << PlaceBits) - 1))];
        }

        return sorted;
    }
}
