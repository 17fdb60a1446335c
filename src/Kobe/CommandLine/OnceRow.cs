namespace Kobe.CommandLine;

/// <summary>One line of what a cycle did.</summary>
internal sealed record OnceRow(string Key, string Outcome, string? Reason, long DurationMs, DateTimeOffset At);
