namespace Kobe.Replay;

/// <summary>How long attempts take in a replay, and how long they may really take.</summary>
internal sealed record ReplayLimits
{
    /// <summary>What an attempt takes by the replay's clock besides its waits: the same on every machine.</summary>
    /// <value>100 ms, a little more than handlers were measured to take.</value>
    public TimeSpan Work { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>From the time limit to the kill, on both clocks.</summary>
    public required TimeSpan KillGrace { get; init; }

    /// <summary>What an attempt may really take at least before it counts as hung, whatever its row allows.</summary>
    /// <value>30 s: a slow machine must not change what happens on the replay's clock.</value>
    public TimeSpan RealMin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an attempt may really take before its token is cancelled.</summary>
    public TimeSpan RealFor(TimeSpan limit) => limit > RealMin ? limit : RealMin;
}
