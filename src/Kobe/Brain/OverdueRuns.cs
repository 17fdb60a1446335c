namespace Kobe.Brain;

/// <summary>Occurrences that could start at once if the lane were theirs.</summary>
/// <remarks>Not those that wait for a need, a backoff, the end of a pause or the limit on caught-up starts.</remarks>
/// <param name="Count">How many; at least one.</param>
/// <param name="OldestKey">The one that is ready for the longest.</param>
/// <param name="OldestReadyTimestamp">Since when it is, as <see cref="TimeProvider.GetTimestamp"/>.</param>
/// <param name="OldestDueAt">When it fell due, UTC.</param>
internal sealed record OverdueRuns(int Count, string OldestKey, long OldestReadyTimestamp, DateTimeOffset OldestDueAt);
