using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Models;

/// <summary>How good probabilities were.</summary>
/// <param name="Rows">How many were judged.</param>
/// <param name="Brier">The mean square of probability less outcome (Brier, 1950); smaller is better.</param>
/// <param name="Base">The same for one who always says how often prices rose while training.</param>
/// <param name="Area">How often, of two rows, the one that rose had the higher probability (the area under the ROC
/// curve); 0.5 is chance.</param>
/// <param name="Gap">The mean distance of probability and frequency, by tenths (expected calibration error).</param>
internal sealed record Marks(int Rows, double Brier, double Base, double? Area, double Gap)
{
    private const int Bins = 10;

    /// <summary>By how much it is better than the constant, as a share; negative when it is worse.</summary>
    public double Skill => Base > 0 ? Math.Round(1 - (Brier / Base), 6) : 0;

    /// <summary>Judges probabilities.</summary>
    /// <param name="rows">Rows with their outcomes, at least one.</param>
    /// <param name="probability">The probability of a row.</param>
    /// <param name="rate">How often prices rose while training.</param>
    public static Marks Of(IReadOnlyList<FeatureRow> rows, Func<FeatureRow, double> probability, double rate)
    {
        var judged = rows.Select(row => (Chance: probability(row), row.Label)).ToArray();
        return new(
            judged.Length,
            Math.Round(judged.Average(one => (one.Chance - one.Label) * (one.Chance - one.Label)), 8),
            Math.Round(judged.Average(one => (rate - one.Label) * (rate - one.Label)), 8),
            Figure.Of(AreaOf(judged), 5),
            Math.Round(Reliability(judged).Sum(bin => bin.Rows * Math.Abs(bin.Said - bin.Rose)) / judged.Length, 5));
    }

    /// <summary>What was said against what came, by tenths of probability; empty tenths are left out.</summary>
    public static IReadOnlyList<ReliabilityBin> Reliability(IReadOnlyList<(double Chance, double Label)> judged) =>
    [
        .. judged.GroupBy(one => Math.Min(Bins - 1, (int)(one.Chance * Bins))).OrderBy(group => group.Key)
            .Select(group => new ReliabilityBin(
                group.Key / (double)Bins, group.Count(), Math.Round(group.Average(one => one.Chance), 5),
                Math.Round(group.Average(one => one.Label), 5))),
    ];

    // The rank sum of Mann and Whitney; ties share their ranks.
    private static double AreaOf((double Chance, double Label)[] judged)
    {
        var sorted = judged.OrderBy(one => one.Chance).ToArray();
        var (ranks, rose) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length;)
        {
            var end = i;
            while (end < sorted.Length && sorted[end].Chance.Equals(sorted[i].Chance))
            {
                end++;
            }

            for (var j = i; j < end; j++)
            {
                ranks += sorted[j].Label * (i + end + 1) / 2;
                rose += sorted[j].Label;
            }

            i = end;
        }

        var fell = sorted.Length - rose;
        return (ranks - (rose * (rose + 1) / 2)) / (rose * fell);
    }
}
