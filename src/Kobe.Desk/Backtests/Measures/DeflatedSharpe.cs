namespace Kobe.Desk.Backtests.Measures;

/// <summary>How likely it is that a Sharpe ratio is more than the luck of having tried many.</summary>
/// <remarks>
/// Bailey and López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management 40(5), 2014. The best of N
/// useless trials has an expected Sharpe ratio of √V ((1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e))), with V the variance
/// of the trials' ratios and γ Euler's constant. The answer is the probability that the true ratio exceeds that, given
/// length, skew and kurtosis of the returns. All ratios are per day.
/// </remarks>
public static class DeflatedSharpe
{
    private const double EulerGamma = 0.57721566490153286;

    /// <summary>The probability that a strategy's Sharpe ratio is above what luck gives the best of all
    /// trials.</summary>
    /// <param name="returns">The daily returns of the one that was chosen; 3 or more.</param>
    /// <param name="trialSharpes">The daily Sharpe ratios of all that were tried, the chosen one included.</param>
    /// <returns>0 to 1; NaN when the returns do not move.</returns>
    public static double Probability(ReadOnlySpan<double> returns, ReadOnlySpan<double> trialSharpes) =>
        AboveSharpe(returns, LuckOfTheBest(trialSharpes));

    /// <summary>The expected greatest daily Sharpe ratio of useless trials.</summary>
    /// <param name="trialSharpes">The daily Sharpe ratios of all trials.</param>
    /// <returns>0 for fewer than two trials: there was no choice.</returns>
    public static double LuckOfTheBest(ReadOnlySpan<double> trialSharpes) =>
        trialSharpes.Length < 2 ? 0 : Luck(trialSharpes.Length, Spread.Of(trialSharpes).Deviation);

    /// <summary>The probability that the true daily Sharpe ratio is above a benchmark (the probabilistic Sharpe ratio).
    /// </summary>
    /// <param name="returns">The daily returns; 3 or more.</param>
    /// <param name="benchmark">A daily Sharpe ratio.</param>
    /// <returns>0 to 1; NaN when the returns do not move.</returns>
    public static double AboveSharpe(ReadOnlySpan<double> returns, double benchmark)
    {
        var spread = Spread.Of(returns);
        return Above(spread.Mean / spread.Deviation, benchmark, spread.Count, spread.Skew, spread.Kurtosis);
    }

    /// <summary>The same from the figures of the returns.</summary>
    internal static double Above(double sharpe, double benchmark, int count, double skew, double kurtosis)
    {
        var error = 1 - (skew * sharpe) + ((kurtosis - 1) / 4 * sharpe * sharpe);
        return NormalCurve.Cumulative((sharpe - benchmark) * Math.Sqrt(count - 1) / Math.Sqrt(error));
    }

    /// <summary>The expected greatest of so many useless trials whose ratios deviate so much.</summary>
    internal static double Luck(int trials, double deviation) =>
        deviation * (((1 - EulerGamma) * NormalCurve.Quantile(1 - (1.0 / trials)))
            + (EulerGamma * NormalCurve.Quantile(1 - (1 / (trials * Math.E)))));
}
