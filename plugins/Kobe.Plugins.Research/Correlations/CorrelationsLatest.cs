namespace Kobe.Plugins.Research.Correlations;

/// <summary>The fact <c>correlations.latest</c>.</summary>
/// <param name="Date">The date that it is for.</param>
/// <param name="Pairs">The strongest pairs, the strongest first, at most 500.</param>
/// <param name="Path">The file with all pairs.</param>
/// <param name="Mean">The mean correlation of all pairs.</param>
internal sealed record CorrelationsLatest(
    string Date, IReadOnlyList<CorrelationPair> Pairs, string Path, double? Mean);
