using Kobe.Plugins.Learning.Features;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>What is said without a model: near even, a little for what rises and fell back.</summary>
internal static class FallbackRule
{
    private static readonly int Month = Place("return21");
    private static readonly int Quarter = Place("return63");
    private static readonly int Week = Place("return5");

    /// <summary>A probability between 0.44 and 0.56.</summary>
    public static double Probability(FeatureRow row) => 0.5
        + (0.02 * Math.Sign(row.Values[Quarter])) + (0.02 * Math.Sign(row.Values[Month]))
        - (0.02 * Math.Sign(row.Values[Week]));

    private static int Place(string name) => FeatureTable.Names.ToList().IndexOf(name);
}
