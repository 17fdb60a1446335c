namespace Kobe.Plugins.Monitoring.Restarts;

/// <summary>What a look at the brain's starts publishes.</summary>
/// <param name="Ok">Whether the limits were kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Starts">How many times it started.</param>
/// <param name="Unclean">How many of them followed no orderly stop.</param>
/// <param name="DownSeconds">How long it was away before those starts, in all.</param>
internal sealed record RestartSight(bool Ok, IReadOnlyList<string> Open, int Starts, int Unclean, long DownSeconds);
