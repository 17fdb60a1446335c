namespace Kobe.Plugins.Learning.Features;

/// <summary>What was known of a symbol at a close, and what came of it.</summary>
/// <param name="Day">The date's place in the panel.</param>
/// <param name="Date">The date.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Values">The features, in the order of <see cref="FeatureTable.Names"/>.</param>
/// <param name="Followed">The return up to the horizon, as a logarithm; NaN while it lies in the future.</param>
internal sealed record FeatureRow(int Day, DateOnly Date, string Symbol, double[] Values, double Followed)
{
    /// <summary>1 when the price rose up to the horizon, else 0.</summary>
    public double Label => Followed > 0 ? 1 : 0;
}
