namespace Kobe.Runner.Plugins;

/// <summary>A folder that should hold a plugin: <c>plugins/NAME/NAME.dll</c> with whatever it needs.</summary>
/// <param name="Name">The folder's name, and the plugin's.</param>
/// <param name="Path">Absolute.</param>
internal sealed record PluginFolder(string Name, string Path)
{
    /// <summary>The assembly that has the handlers.</summary>
    public string Assembly => System.IO.Path.Combine(Path, Name + ".dll");

    /// <summary>The plugins' folders, in the order of their names; none when there is no such directory.</summary>
    public static IReadOnlyList<PluginFolder> In(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        var folders = Directory.GetDirectories(System.IO.Path.GetFullPath(root))
            .Select(path => new PluginFolder(System.IO.Path.GetFileName(path), path))
            .Where(folder => !folder.Name.StartsWith('.'))
            .ToList();
        folders.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return folders;
    }
}
