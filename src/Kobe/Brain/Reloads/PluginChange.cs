using Kobe.Core.Catalogues;

namespace Kobe.Brain.Reloads;

/// <summary>What speaks against plugins that would take the place of others.</summary>
internal static class PluginChange
{
    /// <summary>Why the new ones are refused: a plugin that worked doesn't any more. Null when all is well.</summary>
    /// <param name="before">What is in force.</param>
    /// <param name="after">What would be.</param>
    public static string? Refusal(Catalogue before, Catalogue after)
    {
        foreach (var plugin in after.Plugins)
        {
            if (plugin.Problem is not null && before.Plugins.Any(was => was.Name == plugin.Name && was.Problem is null))
            {
                return $"{plugin.Name}: {plugin.Problem}";
            }
        }

        return null;
    }

    /// <summary>What changed, a line for each plugin.</summary>
    public static IReadOnlyList<string> Lines(Catalogue before, Catalogue after)
    {
        var lines = new List<string>();
        foreach (var plugin in after.Plugins.Where(plugin => !plugin.IsAwaited))
        {
            var was = before.Plugins.FirstOrDefault(other => other.Name == plugin.Name);
            if (was is null)
            {
                lines.Add($"plugin {plugin.Name} {Version(plugin)}: new");
            }
            else if (was.Hash != plugin.Hash || was.Problem != plugin.Problem)
            {
                lines.Add($"plugin {plugin.Name}: {Version(was)} → {Version(plugin)}");
            }
        }

        lines.AddRange(before.Plugins.Where(was => !was.IsAwaited && after.Plugins.All(now => now.Name != was.Name))
            .Select(was => $"plugin {was.Name}: removed"));
        return lines;
    }

    private static string Version(PluginRecord plugin) => plugin.Problem is not null
        ? "refused"
        : $"{plugin.Version} ({(plugin.Hash.Length > 8 ? plugin.Hash[..8] : plugin.Hash)})";
}
