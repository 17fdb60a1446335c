namespace Kobe.Plugins.Monitoring.Failures;

/// <summary>A task and how many of its occurrences ended so.</summary>
/// <param name="Task">The row's id.</param>
/// <param name="Count">How many.</param>
/// <param name="Last">What the last of them said; null when it said nothing.</param>
internal sealed record TaskCount(string Task, long Count, string? Last);
