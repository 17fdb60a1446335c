namespace Kobe.Core.Health;

/// <summary>One question about the brain, answered.</summary>
/// <param name="Status">The answer.</param>
/// <param name="Reason">
/// Why, in a sentence of numbers: it names no task and no path, since anyone may read it. Never empty.
/// </param>
public sealed record HealthCheck(HealthStatus Status, string Reason);
