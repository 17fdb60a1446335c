namespace Kobe.Core.Runs;

/// <summary>What is known when an attempt is over.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Error">What went wrong, in a sentence; or null.</param>
/// <param name="Reason">Why, when it is no error; or null.</param>
/// <param name="Until">When a snoozed one wants to run (UTC).</param>
/// <param name="Crashed">Whether its process died, or was killed at the time limit.</param>
public readonly record struct AttemptEnd(
    RunResult Result, string? Error = null, string? Reason = null, DateTimeOffset? Until = null, bool Crashed = false);
