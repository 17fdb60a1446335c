using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Bars.Quality;

/// <summary>Finds prices that move as no market does.</summary>
internal static class PriceCheck
{
    // The median absolute deviation of a normal list, times this, is its deviation.
    private const double MedianToDeviation = 1.4826;

    public static IEnumerable<QualityFinding> Find(BarSeries series, DateOnly[] dates, PriceFactors factors) =>
        [.. Jumps(series, dates, factors), .. Spikes(series, dates, factors), .. Frozen(series, dates)];

    // What looks like a split is told by the check for splits.
    public static IEnumerable<QualityFinding> Jumps(BarSeries series, DateOnly[] dates, PriceFactors factors)
    {
        for (var i = 1; i < series.Count; i++)
        {
            var step = series[i].Open / series[i - 1].Close * Split(dates, factors, i);
            if (Math.Abs(step - 1) >= QualityLimits.JumpShare
                && SplitRatios.Near(step, QualityLimits.UnnamedSplitTolerance) is null)
            {
                yield return new(QualityKind.Jump, dates[i], dates[i],
                    $"A step of {100 * (step - 1):+0;-0} % overnight: {SplitCheck.Step(series, i)}.");
            }
        }
    }

    private static IEnumerable<QualityFinding> Spikes(BarSeries series, DateOnly[] dates, PriceFactors factors)
    {
        var moves = new double[series.Count];
        for (var i = 1; i < moves.Length; i++)
        {
            moves[i] = Math.Log(series[i].Close / series[i - 1].Close * Split(dates, factors, i));
        }

        var limit = Math.Max(Math.Log(1 + QualityLimits.SpikeShare), Deviations(moves));
        for (var i = 1; i + 1 < moves.Length; i++)
        {
            // There and back: what is left of the two is small against each.
            if (Math.Min(Math.Abs(moves[i]), Math.Abs(moves[i + 1])) >= limit
                && Math.Abs(moves[i] + moves[i + 1]) < Math.Abs(moves[i]) / 3)
            {
                yield return new(QualityKind.Spike, dates[i], dates[i],
                    $"The close goes {100 * (Math.Exp(moves[i]) - 1):+0;-0} % and comes back the next day: "
                    + $"{series[i - 1].Close:0.####}, {series[i].Close:0.####}, {series[i + 1].Close:0.####}.");
            }
        }
    }

    private static IEnumerable<QualityFinding> Frozen(BarSeries series, DateOnly[] dates)
    {
        for (var from = 0; from < series.Count;)
        {
            var to = from;
            while (to + 1 < series.Count && HasSamePrices(series[to + 1], series[from]))
            {
                to++;
            }

            if (to - from + 1 >= QualityLimits.FrozenBars)
            {
                yield return new(QualityKind.Frozen, dates[from], dates[to],
                    $"{to - from + 1} bars in a row have the same prices ({series[from].Close:0.####}).");
            }

            from = to + 1;
        }
    }

    private static double Split(DateOnly[] dates, PriceFactors factors, int i) =>
        factors.On(dates[i]).Split / factors.On(dates[i - 1]).Split;

    private static bool HasSamePrices(in Bar one, in Bar other) =>
        one.Open == other.Open && one.High == other.High && one.Low == other.Low && one.Close == other.Close;

    /// <summary>So many robust deviations of moves, as a move.</summary>
    public static double Deviations(double[] moves) =>
        QualityLimits.SpikeDeviations * MedianToDeviation * MedianSize(moves);

    private static double MedianSize(double[] moves)
    {
        var sizes = Array.ConvertAll(moves, Math.Abs);
        Array.Sort(sizes);
        return sizes.Length > 0 ? sizes[sizes.Length / 2] : 0;
    }
}
