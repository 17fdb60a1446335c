namespace Kobe.Core.Runs;

/// <summary>Where the life of an occurrence stands; the picture is at <see cref="RunEvent"/>.</summary>
public enum RunState
{
    /// <summary>It waits for the lane, for a retry or for its needs.</summary>
    Queued,

    /// <summary>Started, not ended; in doubt when an earlier boot started it.</summary>
    Running,

    /// <summary>Its end is unknown and its handler is to be asked.</summary>
    Reconciling,

    /// <summary>It waits for a person.</summary>
    Held,

    /// <summary>It is over.</summary>
    Final,
}
