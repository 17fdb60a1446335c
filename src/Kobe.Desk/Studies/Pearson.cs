namespace Kobe.Desk.Studies;

/// <summary>How two lists move together.</summary>
public static class Pearson
{
    /// <summary>Pearson's correlation of the places where both lists have a number.</summary>
    /// <param name="xs">One list.</param>
    /// <param name="ys">Another, as long.</param>
    /// <param name="least">How many such places there must be.</param>
    /// <returns>−1 to 1; NaN with fewer places, or when one list does not move.</returns>
    public static double Of(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, int least = 3)
    {
        var (count, x, y, xx, yy, xy) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < xs.Length; i++)
        {
            if (double.IsFinite(xs[i]) && double.IsFinite(ys[i]))
            {
                count++;
                x += xs[i];
                y += ys[i];
                xx += xs[i] * xs[i];
                yy += ys[i] * ys[i];
                xy += xs[i] * ys[i];
            }
        }

        var spread = Math.Sqrt(Math.Max(0, xx - (x * x / count)) * Math.Max(0, yy - (y * y / count)));
        return count >= least && spread > 0 ? Math.Clamp((xy - (x * y / count)) / spread, -1, 1) : double.NaN;
    }
}
