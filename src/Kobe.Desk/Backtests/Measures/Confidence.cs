using Kobe.Desk.Randomness;

namespace Kobe.Desk.Backtests.Measures;

/// <summary>How far the figures of a backtest could have come out otherwise by luck of the days.</summary>
/// <remarks>
/// The stationary bootstrap of Politis and Romano (Journal of the American Statistical Association 89, 1994): daily
/// returns are drawn again in blocks of random length, so that what hangs together in time stays together. It knows
/// only days that happened: what never occurred in them is not in the interval.
/// </remarks>
/// <param name="Level">The confidence, such as 0.9.</param>
/// <param name="Resamples">How many curves were drawn.</param>
/// <param name="Seed">What repeats them.</param>
/// <param name="Cagr">Growth a year.</param>
/// <param name="Sharpe">The Sharpe ratio, a year's worth.</param>
/// <param name="Drawdown">The deepest fall.</param>
public sealed record Confidence(
    double Level, int Resamples, ulong Seed, Interval Cagr, Interval Sharpe, Interval Drawdown)
{
    /// <summary>The mean block: a trading month.</summary>
    public const int BlockDays = 21;

    /// <summary>Draws curves from the days of one.</summary>
    /// <param name="curve">The curve, of two days or more.</param>
    /// <param name="resamples">How many to draw, 1 or more.</param>
    /// <param name="seed">What repeats them.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <param name="daysPerYear">252 for a stock exchange.</param>
    public static Confidence Of(
        EquityCurve curve, int resamples = 1_000, ulong seed = 1, double level = 0.9,
        double daysPerYear = Metrics.StockDaysPerYear)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(curve.Count, 2, nameof(curve));
        var returns = curve.Returns();
        var random = new SeededRandom(seed);
        var (growth, sharpe, fall) = (new double[resamples], new double[resamples], new double[resamples]);
        for (var i = 0; i < resamples; i++)
        {
            (growth[i], sharpe[i], fall[i]) = Draw(returns, random, daysPerYear);
        }

        return new(
            level, resamples, seed, Between(growth, level), Between(sharpe, level), Between(fall, level));
    }

    // A block goes on with the next day, round the end to the beginning, or ends with the chance of one in its mean
    // length.
    private static (double Growth, double Sharpe, double Fall) Draw(
        double[] returns, SeededRandom random, double daysPerYear)
    {
        var (value, high, fall, sum, squares, day) = (1.0, 1.0, 0.0, 0.0, 0.0, 0);
        for (var i = 0; i < returns.Length; i++)
        {
            day = i == 0 || random.Chance(1.0 / BlockDays) ? random.Below(returns.Length) : (day + 1) % returns.Length;
            var change = returns[day];
            value *= 1 + change;
            high = Math.Max(high, value);
            fall = Math.Max(fall, 1 - (value / high));
            sum += change;
            squares += change * change;
        }

        var (count, mean) = ((double)returns.Length, sum / returns.Length);
        var deviation = Math.Sqrt(Math.Max(0, squares - (count * mean * mean)) / (count - 1));
        return (
            Math.Pow(Math.Max(0, value), daysPerYear / count) - 1,
            deviation > 0 ? mean / deviation * Math.Sqrt(daysPerYear) : 0,
            fall);
    }

    private static Interval Between(double[] values, double level)
    {
        Array.Sort(values);
        var cut = (1 - level) / 2;
        return new(At(values, cut), At(values, 1 - cut));
    }

    // Between two values the part of the way.
    private static double At(double[] sorted, double part)
    {
        var place = part * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((sorted[high] - sorted[low]) * (place - low));
    }
}
