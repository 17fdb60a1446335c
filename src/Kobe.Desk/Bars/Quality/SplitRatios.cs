namespace Kobe.Desk.Bars.Quality;

/// <summary>The ratios in which shares are split and put together.</summary>
internal static class SplitRatios
{
    // Ratios nearer to 1, such as 5 for 4, cannot be told from bad days without factors.
    private static readonly (int New, int Old)[] Usual =
        [(3, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (10, 1), (15, 1), (20, 1), (25, 1), (50, 1)];

    /// <summary>The usual ratio that a step of the price is near to; null when there is none.</summary>
    /// <param name="step">The first price after by the last one before.</param>
    /// <param name="tolerance">How near, as a fraction.</param>
    public static string? Near(double step, double tolerance)
    {
        foreach (var (many, few) in Usual)
        {
            var ratio = (double)many / few;
            if (Math.Abs((step * ratio) - 1) <= tolerance)
            {
                return $"{many} for {few}";
            }

            if (Math.Abs((step / ratio) - 1) <= tolerance)
            {
                return $"{few} for {many}";
            }
        }

        return null;
    }

    /// <summary>A ratio as people write it.</summary>
    public static string Text(double ratio)
    {
        for (var old = 1; old <= 50; old++)
        {
            var many = ratio * old;
            if (many >= 0.9 && Math.Abs(many - Math.Round(many)) < 0.002 * many)
            {
                return $"{Math.Round(many):0} for {old}";
            }
        }

        return $"{ratio:0.####} for 1";
    }
}
