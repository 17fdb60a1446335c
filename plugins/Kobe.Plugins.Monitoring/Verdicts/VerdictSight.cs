namespace Kobe.Plugins.Monitoring.Verdicts;

/// <summary>What a summing up publishes.</summary>
/// <param name="Ok">Whether every check that was made said so.</param>
/// <param name="Open">The checks that did not.</param>
/// <param name="Good">How many checks were well.</param>
/// <param name="Unknown">The checks that were not made lately.</param>
internal sealed record VerdictSight(bool Ok, IReadOnlyList<string> Open, int Good, IReadOnlyList<string> Unknown);
