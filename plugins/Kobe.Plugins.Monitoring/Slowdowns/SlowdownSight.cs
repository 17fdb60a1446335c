namespace Kobe.Plugins.Monitoring.Slowdowns;

/// <summary>What a look at durations publishes.</summary>
/// <param name="Ok">Whether no task has slowed down.</param>
/// <param name="Open">The tasks that have, by id.</param>
/// <param name="Compared">How many tasks had enough runs on both sides.</param>
/// <param name="Slower">Those that have slowed down, the worst first.</param>
internal sealed record SlowdownSight(
    bool Ok, IReadOnlyList<string> Open, int Compared, IReadOnlyList<Slowdown> Slower);
