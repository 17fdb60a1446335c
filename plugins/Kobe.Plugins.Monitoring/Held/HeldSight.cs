namespace Kobe.Plugins.Monitoring.Held;

/// <summary>What a look at what waits for a person publishes.</summary>
/// <param name="Ok">Whether nothing waits too long.</param>
/// <param name="Open">What does, by id.</param>
/// <param name="Count">How much waits at all.</param>
/// <param name="Waiting">What waits, the oldest first.</param>
internal sealed record HeldSight(bool Ok, IReadOnlyList<string> Open, int Count, IReadOnlyList<WaitingOne> Waiting);
