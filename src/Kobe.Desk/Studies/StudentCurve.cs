namespace Kobe.Desk.Studies;

/// <summary>Student's t distribution: how likely a mean so far from the expected one is by chance.</summary>
public static class StudentCurve
{
    private const int StepsMax = 400;
    private const double Small = 1e-300;

    /// <summary>The probability of a value at least as far from 0, to either side.</summary>
    /// <remarks>P = I(ν / (ν + t²); ν/2, 1/2) with the regularised incomplete beta function (Abramowitz and Stegun,
    /// Handbook of Mathematical Functions, 26.7.1 and 26.5.8, the fraction evaluated after Lentz, 1976).</remarks>
    /// <param name="t">The value.</param>
    /// <param name="freedom">The degrees of freedom, above 0; they need not be whole.</param>
    /// <returns>0 to 1; NaN for NaN or without freedom.</returns>
    public static double TwoSided(double t, double freedom) =>
        double.IsNaN(t) || !(freedom > 0) ? double.NaN
        : double.IsInfinity(t) ? 0
        : Beta(freedom / (freedom + (t * t)), freedom / 2, 0.5);

    private static double Beta(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(
            LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));

        // The fraction converges fast on this side of the mean only.
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / Kept(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m < StepsMax; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Kept(1 + (even * d));
            c = Kept(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Kept(1 + (odd * d));
            c = Kept(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return value;
    }

    private static double Kept(double value) => Math.Abs(value) < Small ? Small : value;

    // Stirling's series after the argument was raised above 10: exact to fifteen digits there.
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
        {
            shift += Math.Log(x);
        }

        var square = 1 / (x * x);
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI))
            + ((((((1.0 / 1188 * square) - (1.0 / 1680)) * square) + (1.0 / 1260)) * square - (1.0 / 360)) * square
                + (1.0 / 12)) / x - shift;
    }
}
