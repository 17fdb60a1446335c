using System.Globalization;
using System.Text.Json;
using Kobe.Core.Catalogues;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe plugins</c> says, as JSON and as a table for a person.</summary>
internal static class PluginsView
{
    // As much of a hash as people compare.
    private const int ShownHash = 12;

    /// <summary>The plugins as an object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="plugins">The plugins by their files.</param>
    /// <param name="catalogue">What they offer; null when they were not asked.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<PluginRecord> plugins, Catalogue? catalogue)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("plugins");
        foreach (var plugin in plugins)
        {
            writer.WriteStartObject();
            writer.WriteString("name", plugin.Name);
            writer.WriteString("version", plugin.Version);
            writer.WriteString("hash", plugin.Hash);
            writer.WriteNumber("handlers", Handlers(plugin, catalogue));
            writer.WriteString("problem", Problem(plugin, catalogue));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The plugins as rows.</summary>
    public static Table Table(IReadOnlyList<PluginRecord> plugins, Catalogue? catalogue)
    {
        var table = new Table("plugin", "version", "sha-256", "handlers", "state");
        foreach (var plugin in plugins)
        {
            table.Add(
                plugin.Name, plugin.Version.Length > 0 ? plugin.Version : "-",
                plugin.Hash.Length > 0 ? plugin.Hash[..ShownHash] : "-",
                Handlers(plugin, catalogue)?.ToString(CultureInfo.InvariantCulture) ?? "-",
                Problem(plugin, catalogue) ?? (catalogue is null ? "not asked yet: kobe handlers does" : "loads"));
        }

        return table;
    }

    private static int? Handlers(PluginRecord plugin, Catalogue? catalogue) =>
        catalogue?.Handlers.Count(handler => handler.Plugin == plugin.Name);

    private static string? Problem(PluginRecord plugin, Catalogue? catalogue) => plugin.Problem
        ?? catalogue?.Plugins.FirstOrDefault(asked => asked.Name == plugin.Name)?.Problem;
}
