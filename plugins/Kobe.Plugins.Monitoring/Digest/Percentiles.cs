namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>The middle and the slow end of a set of times, in milliseconds, by nearest rank.</summary>
/// <param name="P50">Half of them were no longer than this.</param>
/// <param name="P95">Nineteen in twenty were no longer than this.</param>
internal sealed record Percentiles(long P50, long P95)
{
    /// <summary>Of these times; null when there are none.</summary>
    public static Percentiles? Of(IEnumerable<long> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? null : new(Rank(sorted, 50), Rank(sorted, 95));
    }

    // The smallest value that has at least so many percent of the values at or below it.
    private static long Rank(List<long> sorted, int percent) => sorted[((sorted.Count * percent) + 99) / 100 - 1];
}
