namespace Kobe.Brain;

/// <summary>How many occurrences of a task and date lie beyond its look_back, and the due time of the last
/// (UTC).</summary>
internal sealed record BeyondReach(int Count, DateTimeOffset Through);
