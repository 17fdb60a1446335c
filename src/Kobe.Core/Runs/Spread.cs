namespace Kobe.Core.Runs;

/// <summary>How a list of spans is spread, in milliseconds; all null when there is none.</summary>
/// <param name="Count">How many.</param>
/// <param name="Median">Half are not longer.</param>
/// <param name="P95">95 of 100 are not longer (nearest rank).</param>
/// <param name="Max">The longest.</param>
public sealed record Spread(int Count, long? Median, long? P95, long? Max)
{
    /// <summary>The spread of some spans, which are put in order.</summary>
    public static Spread Of(List<long> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        spans.Sort();
        return spans.Count == 0 ? new(0, null, null, null) : new(spans.Count, Rank(0.5), Rank(0.95), spans[^1]);

        long Rank(double part) => spans[(int)Math.Ceiling(part * spans.Count) - 1];
    }
}
