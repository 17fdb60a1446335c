using System.Text.Json;

namespace Kobe.Runner.Plugins;

/// <summary>The manifest of a directory of plugins: the files that a person approved, by their hash.</summary>
internal sealed class PluginLock
{
    /// <summary>Its name in the directory of plugins.</summary>
    public const string FileName = "plugins.lock.json";

    // 5,000 files of some 150 characters, of some plugins.
    private const int BytesMax = 16 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strictly = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly string? unreadable;

    private PluginLock(string? unreadable) => this.unreadable = unreadable;

    /// <summary>The plugins that were approved: the hash of each file in lower-case hex, by its path from the plugin's
    /// folder.</summary>
    public SortedDictionary<string, SortedDictionary<string, string>> Plugins { get; } = new(StringComparer.Ordinal);

    /// <summary>The manifest of a directory; null when it has none and nothing is pinned.</summary>
    public static PluginLock? Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var info = new FileInfo(path);
            return info.Length > BytesMax
                ? new($"it has more than {BytesMax} bytes")
                : FileStanding.Of(path).WhoElseWrites() is { } who ? new($"it {who}") : Parse(File.ReadAllBytes(path));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return new(bad.Message);
        }
    }

    /// <summary>Reads a manifest's text.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    /// <exception cref="InvalidOperationException">A member is of another kind.</exception>
    public static PluginLock Parse(ReadOnlyMemory<byte> text)
    {
        var manifest = new PluginLock(null);
        using var document = JsonDocument.Parse(text, Strictly);
        foreach (var plugin in document.RootElement.GetProperty("plugins").EnumerateArray())
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in plugin.GetProperty("files").EnumerateObject())
            {
                files[file.Name] = file.Value.GetString() ?? "";
            }

            manifest.Plugins[plugin.GetProperty("name").GetString() ?? ""] = files;
        }

        return manifest;
    }

    /// <summary>Why a plugin isn't what was approved; null when it is.</summary>
    /// <param name="plugin">Its name.</param>
    /// <param name="files">Its files as they are.</param>
    public string? Problem(string plugin, PluginFiles files)
    {
        if (unreadable is not null)
        {
            return $"{FileName} can't be read: {unreadable}. Once the plugins are right, kobe plugins lock makes it "
                + "anew.";
        }

        if (!Plugins.ContainsKey(plugin))
        {
            return $"It is not in {FileName}: kobe plugins lock approves it.";
        }

        return Differences(plugin, files) is [var first, ..] all
            ? $"It is not what {FileName} approved: {first}"
                + (all.Count > 1 ? $", and {all.Count - 1} more" : "")
                + ". Put it back, or approve it: kobe plugins lock."
            : null;
    }

    /// <summary>What is different: <c>a.dll has changed</c>, <c>is missing</c>, <c>is new</c>.</summary>
    public IReadOnlyList<string> Differences(string plugin, PluginFiles files)
    {
        var approved = Plugins.GetValueOrDefault(plugin) ?? new(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var (name, hash) in approved)
        {
            if (!files.Hashes.TryGetValue(name, out var now))
            {
                found.Add(name + " is missing");
            }
            else if (!string.Equals(hash, Convert.ToHexStringLower(now), StringComparison.OrdinalIgnoreCase))
            {
                found.Add(name + " has changed");
            }
        }

        found.AddRange(files.Hashes.Keys.Where(name => !approved.ContainsKey(name)).Select(name => name + " is new"));
        return found;
    }
}
