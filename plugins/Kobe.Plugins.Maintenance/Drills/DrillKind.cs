namespace Kobe.Plugins.Maintenance.Drills;

/// <summary>How a drill fails.</summary>
public enum DrillKind
{
    /// <summary>It throws.</summary>
    Throw,

    /// <summary>It hangs, and does not heed its token.</summary>
    Hang,
}
