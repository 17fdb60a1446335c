namespace Kobe.Core.Health;

/// <summary>What health is judged by.</summary>
/// <remarks>All spans are of monotonic time, so that a step of the clock makes nobody ill.</remarks>
public sealed record HealthSigns
{
    /// <summary>Since the loop's last turn ended; null before the first.</summary>
    public required TimeSpan? LoopAge { get; init; }

    /// <summary>How many occurrences are ready to run and wait for the lane, one that merely may not yet not among
    /// them.</summary>
    public required int Overdue { get; init; }

    /// <summary>Since the longest waiting one of them was ready; null when none is.</summary>
    public required TimeSpan? OldestOverdue { get; init; }

    /// <summary>How long the lane's run has lasted; null when the lane is free.</summary>
    public required TimeSpan? RunAge { get; init; }

    /// <summary>The run's time limit and the grace until its kill; null when the lane is free.</summary>
    public required TimeSpan? RunLimit { get; init; }

    /// <summary>Whether the journal takes events.</summary>
    public required bool JournalWorks { get; init; }

    /// <summary>How long the journal's last sync took.</summary>
    public required TimeSpan LastSync { get; init; }

    /// <summary>How many occurrences are missing from the accounting.</summary>
    public required int Breaches { get; init; }

    /// <summary>Since heartbeat.json was written; null when it never was.</summary>
    public required TimeSpan? HeartbeatAge { get; init; }

    /// <summary>How often it should be written.</summary>
    public required TimeSpan HeartbeatInterval { get; init; }

    /// <summary>Since the brain started: what has not happened yet may still be on its way.</summary>
    public required TimeSpan Uptime { get; init; }

    /// <summary>How many other things want a person's eye.</summary>
    public required int Degradations { get; init; }
}
