using Kobe.Desk.Bars;

namespace Kobe.Desk.Tests.Indicators;

/// <summary>
/// Indicators the long way round: each value from all the bars before it, by the textbook's formula. Slow, and plain
/// enough to be checked by reading.
/// </summary>
internal static class Naive
{
    public static double Mean(IEnumerable<double> values) => values.Sum() / values.Count();

    public static double Scatter(double[] values)
    {
        var mean = Mean(values);
        return values.Sum(value => (value - mean) * (value - mean));
    }

    public static double Sma(double[] values, int at, int n) => at + 1 < n ? double.NaN : Mean(Last(values, at, n));

    /// <summary>The mean of the first n, then a share of each distance; from a first index on.</summary>
    public static double Smoothed(double[] values, int at, int n, double share, int from = 0)
    {
        if (at - from + 1 < n)
        {
            return double.NaN;
        }

        var value = Mean(values[from..(from + n)]);
        for (var i = from + n; i <= at; i++)
        {
            value = (value * (1 - share)) + (values[i] * share);
        }

        return value;
    }

    public static double Ema(double[] values, int at, int n, int from = 0) => Smoothed(values, at, n, 2.0 / (n + 1), from);

    public static double Wilder(double[] values, int at, int n, int from = 0) => Smoothed(values, at, n, 1.0 / n, from);

    public static double Rsi(double[] closes, int at, int n)
    {
        var gains = closes.Select((close, i) => i == 0 ? 0 : Math.Max(0, close - closes[i - 1])).ToArray();
        var losses = closes.Select((close, i) => i == 0 ? 0 : Math.Max(0, closes[i - 1] - close)).ToArray();
        return 100 - (100 / (1 + (Wilder(gains, at, n, 1) / Wilder(losses, at, n, 1))));
    }

    public static double[] TrueRanges(Bar[] bars) =>
    [
        .. bars.Select((bar, i) => i == 0 ? bar.High - bar.Low : new[]
        {
            bar.High - bar.Low, Math.Abs(bar.High - bars[i - 1].Close), Math.Abs(bar.Low - bars[i - 1].Close),
        }.Max()),
    ];

    public static double Atr(Bar[] bars, int at, int n) => Wilder(TrueRanges(bars), at, n);

    public static double Adx(Bar[] bars, int at, int n)
    {
        var ups = new double[bars.Length];
        var downs = new double[bars.Length];
        for (var i = 1; i < bars.Length; i++)
        {
            var (up, down) = (bars[i].High - bars[i - 1].High, bars[i - 1].Low - bars[i].Low);
            ups[i] = up > down && up > 0 ? up : 0;
            downs[i] = down > up && down > 0 ? down : 0;
        }

        var ranges = TrueRanges(bars);
        var index = new double[bars.Length];
        for (var i = n; i <= at; i++)
        {
            var plus = 100 * Wilder(ups, i, n, 1) / Wilder(ranges, i, n, 1);
            var minus = 100 * Wilder(downs, i, n, 1) / Wilder(ranges, i, n, 1);
            index[i] = 100 * Math.Abs(plus - minus) / (plus + minus);
        }

        return Wilder(index, at, n, n);
    }

    public static double MacdHistogram(double[] closes, int at, int fast, int slow, int signal)
    {
        var line = closes.Select((_, i) => i < slow - 1 ? 0 : Ema(closes, i, fast) - Ema(closes, i, slow)).ToArray();
        return line[at] - Ema(line, at, signal, slow - 1);
    }

    public static double Deviation(double[] closes, int at, int n) =>
        at + 1 < n ? double.NaN : Math.Sqrt(Scatter(Last(closes, at, n)) / n);

    public static double Volatility(double[] closes, int at, int n)
    {
        if (at < n)
        {
            return double.NaN;
        }

        var returns = Enumerable.Range(at - n + 1, n).Select(i => Math.Log(closes[i]) - Math.Log(closes[i - 1])).ToArray();
        return Math.Sqrt(Scatter(returns) / (n - 1)) * Math.Sqrt(252);
    }

    public static (double Correlation, double Beta) Pair(double[] x, double[] y, int at, int n)
    {
        if (at + 1 < n)
        {
            return (double.NaN, double.NaN);
        }

        var (xs, ys) = (Last(x, at, n), Last(y, at, n));
        var (meanX, meanY) = (Mean(xs), Mean(ys));
        var cross = xs.Zip(ys, (one, other) => (one - meanX) * (other - meanY)).Sum();
        return (cross / Math.Sqrt(Scatter(xs) * Scatter(ys)), cross / Scatter(xs));
    }

    /// <summary>The line and whether the trend is up, as charting programs write it: bar by bar in arrays.</summary>
    public static (double Line, bool IsRise) Supertrend(Bar[] bars, int at, int n, double factor)
    {
        var (upper, lower, rise) = (new double[bars.Length], new double[bars.Length], true);
        for (var i = n - 1; i <= at; i++)
        {
            var (middle, distance) = ((bars[i].High + bars[i].Low) / 2, factor * Atr(bars, i, n));
            upper[i] = i == n - 1 || middle + distance < upper[i - 1] || bars[i - 1].Close > upper[i - 1]
                ? middle + distance : upper[i - 1];
            lower[i] = i == n - 1 || middle - distance > lower[i - 1] || bars[i - 1].Close < lower[i - 1]
                ? middle - distance : lower[i - 1];
            rise = rise ? bars[i].Close >= lower[i] : bars[i].Close > upper[i];
        }

        return at < n - 1 ? (double.NaN, true) : (rise ? lower[at] : upper[at], rise);
    }

    public static double[] Last(double[] values, int at, int n) => values[(at - n + 1)..(at + 1)];
}
