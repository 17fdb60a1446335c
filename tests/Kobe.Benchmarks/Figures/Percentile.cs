namespace Kobe.Benchmarks.Figures;

/// <summary>How much of something many tries needed at most.</summary>
internal static class Percentile
{
    /// <summary>The value that a share of all does not exceed.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    /// <summary>The same of each of five runs.</summary>
    public static Reading Of(IReadOnlyList<double[]> runs, double share) =>
        Reading.Of([.. runs.Select(run => Of(run, share))]);

    /// <summary>What was read one after the other, as five runs.</summary>
    public static IReadOnlyList<double[]> Runs(IReadOnlyList<double> all) =>
        [.. all.Chunk(all.Count / Reading.Tries).Take(Reading.Tries)];
}
