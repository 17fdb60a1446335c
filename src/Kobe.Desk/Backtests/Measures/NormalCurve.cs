namespace Kobe.Desk.Backtests.Measures;

/// <summary>The standard normal distribution.</summary>
internal static class NormalCurve
{
    private const double InverseRootTwoPi = 0.398942280401432678;

    // Beyond it the series of the error function loses digits, and the fraction needs few steps.
    private const double Border = 3;

    /// <summary>The probability of a value at most this.</summary>
    /// <remarks>Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.11 (series) and 26.2.14 (continued
    /// fraction).</remarks>
    public static double Cumulative(double x)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        var size = Math.Abs(x);
        var density = InverseRootTwoPi * Math.Exp(-x * x / 2);
        if (size < Border)
        {
            var (term, sum) = (x, x);
            for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
            {
                term *= x * x / ((2 * n) + 1);
                sum += term;
            }

            return 0.5 + (density * sum);
        }

        var fraction = 0.0;
        for (var n = 60; n >= 1; n--)
        {
            fraction = n / (size + fraction);
        }

        var tail = density / (size + fraction);
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>The value below which a part of the probability lies, by bisection.</summary>
    /// <param name="part">Above 0 and below 1.</param>
    public static double Quantile(double part)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(part, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, 1);
        var (low, high) = (-40.0, 40.0);
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            (low, high) = Cumulative(middle) < part ? (middle, high) : (low, middle);
        }
    }
}
