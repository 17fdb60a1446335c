namespace Kobe.Desk.Studies;

/// <summary>Whether a mean differs from another one, or from 0, by more than chance.</summary>
/// <param name="Count">How many numbers the mean is of.</param>
/// <param name="OtherCount">How many the other mean is of; 0 when the mean is compared with 0.</param>
/// <param name="Mean">The mean.</param>
/// <param name="OtherMean">The other mean, or 0.</param>
/// <param name="T">The distance in standard errors; NaN when nothing moves.</param>
/// <param name="P">How likely a distance as large is by chance alone, 0 to 1; NaN when it can't be told.</param>
public sealed record MeanTest(int Count, int OtherCount, double Mean, double OtherMean, double T, double P)
{
    /// <summary>The distance of the two means.</summary>
    public double Distance => Mean - OtherMean;

    /// <summary>Compares a mean with 0 (Student's t-test of one sample).</summary>
    /// <param name="values">The numbers.</param>
    public static MeanTest OfOne(ReadOnlySpan<double> values)
    {
        var (mean, error) = Error(values);
        return Made(values.Length, 0, mean, 0, error, values.Length - 1);
    }

    /// <summary>Compares two means of lists with variances of their own (Welch, Biometrika 34, 1947).</summary>
    /// <param name="values">The one list.</param>
    /// <param name="others">The other list.</param>
    public static MeanTest OfTwo(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        var ((mean, error), (otherMean, otherError)) = (Error(values), Error(others));
        var both = error + otherError;
        var freedom = both * both
            / ((error * error / (values.Length - 1)) + (otherError * otherError / (others.Length - 1)));
        return Made(values.Length, others.Length, mean, otherMean, both, freedom);
    }

    private static MeanTest Made(int count, int others, double mean, double otherMean, double error, double freedom)
    {
        var t = error > 0 ? (mean - otherMean) / Math.Sqrt(error) : double.NaN;
        return new(count, others, mean, otherMean, t, StudentCurve.TwoSided(t, freedom));
    }

    // The mean and the square of its standard error.
    private static (double Mean, double Square) Error(ReadOnlySpan<double> values)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, values.Length > 1 ? squares / (values.Length - 1) / values.Length : double.NaN);
    }
}
