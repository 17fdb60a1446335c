namespace Kobe.Plugins.Monitoring.PluginFolders;

/// <summary>What a look at the plugins publishes.</summary>
/// <param name="Ok">Whether nothing differs.</param>
/// <param name="Open">What does, by plugin and file.</param>
/// <param name="Plugins">The hash over each plugin's files, by its name.</param>
/// <param name="Files">How many files they have.</param>
internal sealed record PluginSight(
    bool Ok, IReadOnlyList<string> Open, SortedDictionary<string, string> Plugins, int Files);
