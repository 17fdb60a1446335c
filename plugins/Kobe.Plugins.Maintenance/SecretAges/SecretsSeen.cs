namespace Kobe.Plugins.Maintenance.SecretAges;

/// <summary>The fact <c>secrets.ages</c>: never a secret, only names and ages.</summary>
/// <param name="Count">How many files were looked at.</param>
/// <param name="OldestDays">The age of the oldest in days.</param>
/// <param name="Old">The names of those that should be replaced.</param>
internal sealed record SecretsSeen(int Count, int OldestDays, IReadOnlyList<string> Old);
