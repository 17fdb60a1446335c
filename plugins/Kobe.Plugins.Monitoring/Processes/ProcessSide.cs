namespace Kobe.Plugins.Monitoring.Processes;

/// <summary>Which processes are looked for.</summary>
public enum ProcessSide
{
    /// <summary>Runners whose brain is gone.</summary>
    Orphans,

    /// <summary>Runners of this brain.</summary>
    Runners,

    /// <summary>Processes that ended and that nobody has taken leave of.</summary>
    Zombies,
}
