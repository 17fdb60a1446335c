namespace Kobe.Desk.Studies;

/// <summary>Corrects probabilities for having asked many questions.</summary>
public static class FalseDiscovery
{
    /// <summary>Adjusts probabilities so that among those below a level no more than that share are chance.</summary>
    /// <remarks>Benjamini and Hochberg, Controlling the False Discovery Rate, Journal of the Royal Statistical Society
    /// B 57(1), 1995: q of rank i = min over j ≥ i of p(j) · m / j.</remarks>
    /// <param name="probabilities">One for each question; NaN counts as 1.</param>
    /// <returns>The adjusted ones, in the same order.</returns>
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var order = Enumerable.Range(0, probabilities.Count).OrderByDescending(i => Known(probabilities[i])).ToArray();
        var (adjusted, least) = (new double[order.Length], 1.0);
        for (var i = 0; i < order.Length; i++)
        {
            least = Math.Min(least, Known(probabilities[order[i]]) * order.Length / (order.Length - i));
            adjusted[order[i]] = least;
        }

        return adjusted;
    }

    private static double Known(double probability) => double.IsNaN(probability) ? 1 : probability;
}
