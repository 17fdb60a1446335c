using System.Reflection;
using Kobe.Core.Catalogues;
using Kobe.Runner.Plugins;

namespace Kobe.Catalogues;

/// <summary>The plugins of a folder with version and hash, by their files alone: nothing is loaded.</summary>
internal static class PluginsFolder
{
    /// <summary>A record for each plugin, by name; one whose files can't be read says why.</summary>
    /// <param name="plugins">The folder of plugins.</param>
    public static IReadOnlyList<PluginRecord> Read(string plugins) =>
        [.. PluginFolder.In(plugins).Select(Read)];

    private static PluginRecord Read(PluginFolder folder)
    {
        var record = new PluginRecord(folder.Name, "", "", null);
        try
        {
            return File.Exists(folder.Assembly)
                ? record with
                {
                    Hash = PluginFiles.Of(folder.Path).Hash,
                    Version = AssemblyName.GetAssemblyName(folder.Assembly).Version?.ToString(3) ?? "",
                }
                : record with { Problem = $"The folder has no {folder.Name}.dll: name it after its assembly." };
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or BadImageFormatException
            or PluginException)
        {
            return record with { Problem = bad.Message };
        }
    }
}
