namespace Kobe.Plugins.Monitoring.Lateness;

/// <summary>What a look at lateness publishes.</summary>
/// <param name="Ok">Whether the limit was kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Starts">How many first attempts there were.</param>
/// <param name="P50Ms">Half of them were no later than this.</param>
/// <param name="ShareMs">The chosen share of them was no later than this.</param>
/// <param name="MaxMs">The latest.</param>
/// <param name="Latest">Its key.</param>
internal sealed record LatenessSight(
    bool Ok, IReadOnlyList<string> Open, int Starts, long P50Ms, long ShareMs, long MaxMs, string Latest);
