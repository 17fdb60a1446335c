namespace Kobe.Plugins.Monitoring.Processes;

/// <summary>What a look at the processes publishes.</summary>
/// <param name="Ok">Whether there are no more than allowed.</param>
/// <param name="Open">Those that are too many, by number.</param>
/// <param name="Found">The numbers of those that were looked for.</param>
/// <param name="OldestSeconds">How long the oldest of them is there; null without one.</param>
internal sealed record ProcessSight(bool Ok, IReadOnlyList<string> Open, IReadOnlyList<int> Found, long? OldestSeconds);
