namespace Kobe.Plugins.Maintenance.ConfigSnapshots;

/// <summary>What is kept of what the owner configured.</summary>
public enum ConfigPart
{
    /// <summary>The files of the schedule, calendars included.</summary>
    Schedule,

    /// <summary>The file beside the schedule that is called kobe.yaml.</summary>
    Config,

    /// <summary>The plugins' folders: names and hashes, not the files.</summary>
    Plugins,
}
