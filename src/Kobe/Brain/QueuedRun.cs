namespace Kobe.Brain;

/// <summary>One that waits in the queue.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Task">Its task.</param>
/// <param name="Priority">1, critical, to 10.</param>
/// <param name="EffectivePriority">The same, raised by waiting.</param>
/// <param name="DueAt">When it fell due, UTC.</param>
/// <param name="ExpiresAt">After this instant it must not start, UTC.</param>
/// <param name="Attempt">Which attempt comes next, from 1.</param>
/// <param name="WaitingFor">What it waits for besides the lane; null when it is ready.</param>
internal sealed record QueuedRun(
    string Key, string Task, int Priority, int EffectivePriority, DateTimeOffset DueAt, DateTimeOffset ExpiresAt,
    int Attempt, string? WaitingFor);
