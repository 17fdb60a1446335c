namespace Kobe.Plugins.Monitoring.Skips;

/// <summary>What a look at skips publishes.</summary>
/// <param name="Ok">Whether no task was skipped date after date.</param>
/// <param name="Open">Those that were, by id.</param>
/// <param name="Tasks">How many tasks had an occurrence.</param>
/// <param name="Skipped">Those that were skipped date after date.</param>
internal sealed record SkipSight(bool Ok, IReadOnlyList<string> Open, int Tasks, IReadOnlyList<StandingSkip> Skipped);
