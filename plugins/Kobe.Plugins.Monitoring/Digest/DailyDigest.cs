namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>The fact <c>digest.daily</c>.</summary>
/// <param name="Date">The civil date of the occurrences.</param>
/// <param name="Whole">All tasks together.</param>
/// <param name="Tasks">One by one, those with failures first.</param>
/// <param name="LeftOff">How many tasks are only in the sum.</param>
internal sealed record DailyDigest(DateOnly Date, TaskDigest Whole, IReadOnlyList<TaskDigest> Tasks, int LeftOff);
