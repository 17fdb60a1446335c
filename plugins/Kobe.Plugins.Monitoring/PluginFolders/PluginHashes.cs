using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kobe.Plugins.Monitoring.PluginFolders;

/// <summary>The files of plugins, by their hash.</summary>
internal static class PluginHashes
{
    /// <summary>The manifest's name in the directory of plugins.</summary>
    public const string LockName = "plugins.lock.json";

    // The runner refuses a plugin that has more.
    private const int FilesMax = 5_000;

    /// <summary>The hashes of all files, by plugin and by path from its folder.</summary>
    /// <exception cref="IOException">A file can't be read, or there are too many.</exception>
    public static SortedDictionary<string, SortedDictionary<string, string>> Of(
        string directory, CancellationToken cancellation)
    {
        var plugins = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var folder in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                cancellation.ThrowIfCancellationRequested();
                using var content = File.OpenRead(path);
                files[Path.GetRelativePath(folder, path)] = Convert.ToHexStringLower(SHA256.HashData(content));
                if (files.Count > FilesMax)
                {
                    throw new IOException($"{folder} has more than {FilesMax} files.");
                }
            }

            plugins[Path.GetFileName(folder)] = files;
        }

        return plugins;
    }

    /// <summary>One hash over a plugin's files.</summary>
    public static string Whole(SortedDictionary<string, string> files) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => $"{file.Value} {file.Key}")))));

    /// <summary>The manifest of approved files.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static SortedDictionary<string, SortedDictionary<string, string>> Approved(string path)
    {
        var plugins = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        if (!manifest.RootElement.TryGetProperty("plugins", out var listed) || listed.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("it lists no plugins");
        }

        foreach (var plugin in listed.EnumerateArray())
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in plugin.GetProperty("files").EnumerateObject())
            {
                files[file.Name] = file.Value.ToString().ToLowerInvariant();
            }

            plugins[plugin.GetProperty("name").ToString()] = files;
        }

        return plugins;
    }

    /// <summary>What differs, as <c>Plugin/file: changed</c>.</summary>
    /// <param name="found">The plugins as they are.</param>
    /// <param name="approved">As they should be.</param>
    public static IEnumerable<(string Id, string How)> Differences(
        SortedDictionary<string, SortedDictionary<string, string>> found,
        SortedDictionary<string, SortedDictionary<string, string>> approved)
    {
        foreach (var plugin in found.Keys.Union(approved.Keys).Order(StringComparer.Ordinal))
        {
            var now = found.GetValueOrDefault(plugin);
            var then = approved.GetValueOrDefault(plugin);
            if (now is null || then is null)
            {
                yield return (plugin, now is null ? "is gone" : "was never approved");
                continue;
            }

            foreach (var file in now.Keys.Union(then.Keys).Order(StringComparer.Ordinal))
            {
                var (one, other) = (now.GetValueOrDefault(file), then.GetValueOrDefault(file));
                if (one != other)
                {
                    yield return (
                        $"{plugin}/{file}", one is null ? "is missing" : other is null ? "is new" : "has changed");
                }
            }
        }
    }
}
