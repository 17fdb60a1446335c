namespace Kobe.Core.Runs;

/// <summary>What the wall clock did beside the monotonic one.</summary>
public enum ClockStep
{
    /// <summary>It jumped ahead.</summary>
    Forward,

    /// <summary>It jumped back by more than the tolerated minute: a new epoch begins.</summary>
    Back,

    /// <summary>The machine slept: downtime, not a step.</summary>
    Suspend,
}
