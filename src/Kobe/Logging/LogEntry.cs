namespace Kobe.Logging;

/// <summary>One thing that was logged, secrets taken out.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Source">Which part of the program says it: <c>brain</c>, <c>web</c>, <c>runner</c>.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Error">The exception with its stack, or null.</param>
internal sealed record LogEntry(DateTimeOffset At, LogLevel Level, string Source, string Message, string? Error);
