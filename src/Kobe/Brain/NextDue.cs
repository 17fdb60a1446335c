namespace Kobe.Brain;

/// <summary>What falls due next.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Task">Its task.</param>
/// <param name="DueAt">When, UTC.</param>
internal sealed record NextDue(string Key, string Task, DateTimeOffset DueAt);
