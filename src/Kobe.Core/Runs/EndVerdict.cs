namespace Kobe.Core.Runs;

/// <summary>How an attempt ended and what follows, with what people must be told.</summary>
/// <param name="Result">How the attempt ended.</param>
/// <param name="Next">What follows.</param>
/// <param name="Reason">Why, for people; or null.</param>
/// <param name="Alert">What people must be told; or null.</param>
/// <param name="Crashed">Whether it counts towards quarantine.</param>
public readonly record struct EndVerdict(RunResult Result, NextStep Next, string? Reason, string? Alert, bool Crashed);
