namespace Kobe.Plugins.Monitoring.Held;

/// <summary>What can wait for a person.</summary>
public enum HeldSide
{
    /// <summary>Runs of which nobody knows what they did.</summary>
    Held,

    /// <summary>Tasks that crashed twice.</summary>
    Quarantine,

    /// <summary>Tasks that a person has disabled.</summary>
    Disabled,
}
