namespace Kobe.Plugins.Research.Pairs;

/// <summary>Two symbols that move together, and how far apart they are.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Correlation">Of their daily returns.</param>
/// <param name="Z">How far the logarithm of the ratio of their prices is from its mean, in deviations.</param>
/// <param name="HalfLife">In how many sessions half of a distance went, when it did so at all; else null.</param>
internal sealed record PairSpread(string A, string B, double Correlation, double Z, double? HalfLife)
{
    /// <summary>Measures a pair.</summary>
    /// <param name="a">The name of one.</param>
    /// <param name="b">The name of the other.</param>
    /// <param name="correlation">Of their daily returns.</param>
    /// <param name="ratios">The logarithms of the ratios of their closes; the last one is the present one.</param>
    /// <returns>Null when the ratio does not move.</returns>
    public static PairSpread? Of(string a, string b, double correlation, ReadOnlySpan<double> ratios)
    {
        var past = ratios[..^1];
        var (mean, squares) = (0.0, 0.0);
        foreach (var ratio in past)
        {
            mean += ratio / past.Length;
        }

        foreach (var ratio in past)
        {
            squares += (ratio - mean) * (ratio - mean);
        }

        var deviation = Math.Sqrt(squares / (past.Length - 1));
        return deviation > 1e-9
            ? new(a, b, Math.Round(correlation, 3), Math.Round((ratios[^1] - mean) / deviation, 3), Life(past, mean))
            : null;
    }

    // The slope of the next distance on this one: a distance that shrinks by a factor halves in log ½ / log factor.
    private static double? Life(ReadOnlySpan<double> past, double mean)
    {
        var (cross, square) = (0.0, 0.0);
        for (var i = 1; i < past.Length; i++)
        {
            cross += (past[i - 1] - mean) * (past[i] - mean);
            square += (past[i - 1] - mean) * (past[i - 1] - mean);
        }

        var slope = cross / square;
        return slope is > 0 and < 0.999 ? Math.Round(Math.Log(0.5) / Math.Log(slope), 1) : null;
    }
}
