namespace Kobe.Core.Health;

/// <summary>From where on a sign is a bad one.</summary>
public static class HealthLimits
{
    /// <summary>The loop waits at most a second at a time; five mean that a turn hangs.</summary>
    /// <remarks>A shorter limit would take a slow disk for a hang: a sync of a hard disk may take 1–2 s.</remarks>
    public static readonly TimeSpan LoopAgeMax = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A ready occurrence starts within 2 s when the lane is free; thirty leave room for a runner's replacement.
    /// </summary>
    public static readonly TimeSpan OverdueMax = TimeSpan.FromSeconds(30);

    /// <summary>A kill is done within milliseconds; a run that outlives limit and grace by five seconds was not
    /// killed.</summary>
    public static readonly TimeSpan KillMax = TimeSpan.FromSeconds(5);

    /// <summary>A sync takes 20 ms on the worst disk that works; a second says that it is about to fail.</summary>
    public static readonly TimeSpan SyncMax = TimeSpan.FromSeconds(1);

    /// <summary>The heartbeat may be this many intervals old: one that was just missed is not a fault.</summary>
    public const int HeartbeatIntervals = 2;
}
