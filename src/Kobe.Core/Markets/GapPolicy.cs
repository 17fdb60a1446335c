namespace Kobe.Core.Markets;

/// <summary>What becomes of a wall-clock time that the clocks jump over.</summary>
public enum GapPolicy
{
    /// <summary>It falls on the end of the gap.</summary>
    Run,

    /// <summary>It does not happen that day.</summary>
    Skip,
}
