namespace Kobe.Plugins.Monitoring.PluginFolders;

/// <summary>What plugins are held against.</summary>
public enum PluginStandard
{
    /// <summary>The hashes that a person approved.</summary>
    Lock,

    /// <summary>What this row saw the last time.</summary>
    Last,
}
