namespace Kobe.Brain;

/// <summary>Where the brain finds and keeps things.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Schedule">The schedule directory.</param>
/// <param name="Plugins">The folder of plugin folders.</param>
internal sealed record BrainFiles(string State, string Schedule, string Plugins)
{
    /// <summary>The folder of the journal.</summary>
    public string Journal => Path.Combine(State, "journal");

    /// <summary>The lock of the one runner that may run handlers.</summary>
    public string LaneLock => Path.Combine(State, "lane.lock");
}
