namespace Kobe.Core.Runs;

/// <summary>A schedule in force, until the next load's <paramref name="From"/>.</summary>
/// <param name="Hash">SHA-256 of the schedule, in hex.</param>
/// <param name="From">From when, UTC.</param>
/// <param name="Tasks">How many rows it has.</param>
public sealed record ScheduleLoad(string Hash, DateTimeOffset From, int Tasks);
