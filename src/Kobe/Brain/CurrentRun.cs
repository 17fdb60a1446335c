namespace Kobe.Brain;

/// <summary>What runs in the lane.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Task">Its task.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="StartedAt">Since when, UTC.</param>
/// <param name="StartedTimestamp">The same as <see cref="TimeProvider.GetTimestamp"/>.</param>
/// <param name="Timeout">The attempt's time limit.</param>
/// <param name="Grace">From the limit to the kill.</param>
internal sealed record CurrentRun(
    string Key, string Task, int Attempt, DateTimeOffset StartedAt, long StartedTimestamp, TimeSpan Timeout,
    TimeSpan Grace);
