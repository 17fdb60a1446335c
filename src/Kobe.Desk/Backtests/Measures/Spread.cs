namespace Kobe.Desk.Backtests.Measures;

/// <summary>Mean, deviation and shape of a list of returns.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their sample deviation (divided by n − 1).</param>
/// <param name="Skew">The third standardised moment; 0 for a symmetric list.</param>
/// <param name="Kurtosis">The fourth standardised moment; 3 for a normal list.</param>
internal readonly record struct Spread(int Count, double Mean, double Deviation, double Skew, double Kurtosis)
{
    /// <summary>Measures a list.</summary>
    public static Spread Of(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value;
        }

        mean /= values.Length;
        var (two, three, four) = (0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            var distance = value - mean;
            var square = distance * distance;
            two += square;
            three += square * distance;
            four += square * square;
        }

        var variance = two / values.Length;
        return new(
            values.Length, mean, Math.Sqrt(two / (values.Length - 1)),
            three / values.Length / Math.Pow(variance, 1.5), four / values.Length / (variance * variance));
    }
}
