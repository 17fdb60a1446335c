namespace Kobe.Brain;

/// <summary>What was loaded.</summary>
/// <param name="Tasks">How many rows.</param>
/// <param name="Handlers">How many handlers the plugins offer.</param>
/// <param name="Files">How many files.</param>
/// <param name="LoadedAt">When, UTC.</param>
/// <param name="Hash">The schedule's hash, as it is journalled.</param>
internal sealed record ScheduleSummary(int Tasks, int Handlers, int Files, DateTimeOffset LoadedAt, string Hash);
