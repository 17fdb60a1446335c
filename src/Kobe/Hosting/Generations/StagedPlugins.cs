using Kobe.Core.Catalogues;
using Kobe.Operation;
using Kobe.Runner.Plugins;

namespace Kobe.Hosting.Generations;

/// <summary>A private copy of the plugins as they were at one moment: what runners load, whatever happens to the
/// folders meanwhile.</summary>
/// <remarks>
/// The bytes that are hashed and compared with the manifest are the ones that are copied. A plugin that nobody can
/// vouch for isn't copied; it stands in <see cref="Refused"/> with the reason.
/// </remarks>
internal sealed class StagedPlugins : IDisposable
{
    /// <summary>The directory of all copies, in the state directory.</summary>
    public const string FolderName = "plugins-in-use";

    private const string SharedFolder = "shared";
    private const string OwnFolder = "own";

    // Null: only to know what would be copied.
    private readonly string? root;
    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
    private readonly List<PluginRecord> refused = [];

    private StagedPlugins(string? root) => this.root = root;

    /// <summary>The plugins that share a runner.</summary>
    public string Shared => Path.Combine(root ?? "", SharedFolder);

    /// <summary>Those that couldn't be copied, with the reason, by name.</summary>
    public IReadOnlyList<PluginRecord> Refused => refused;

    /// <summary>Says which plugins these are, file by file: equal for equal folders.</summary>
    public string Identity => string.Join('\n', hashes.Select(plugin => $"{plugin.Key} {plugin.Value}")
        .Concat(refused.Select(plugin => $"{plugin.Name} {plugin.Hash} {plugin.Problem}")));

    /// <summary>The identity that a copy of a directory would have now; nothing is copied.</summary>
    public static string IdentityOf(string plugins)
    {
        var looked = new StagedPlugins(null);
        looked.TakeAll(plugins, []);
        return looked.Identity;
    }

    /// <summary>Deletes what an earlier brain left behind.</summary>
    /// <param name="state">The state directory, whose lock is held.</param>
    public static void Clear(string state)
    {
        var all = Path.Combine(state, FolderName);
        if (Directory.Exists(all))
        {
            Directory.Delete(all, recursive: true);
        }
    }

    /// <summary>Copies the plugins of a directory.</summary>
    /// <param name="plugins">The directory.</param>
    /// <param name="state">The state directory.</param>
    /// <param name="own">Plugins that get a runner of their own.</param>
    /// <exception cref="IOException">The state directory can't take it.</exception>
    public static StagedPlugins Copy(string plugins, string state, IReadOnlyList<string> own)
    {
        var staged = new StagedPlugins(Path.Combine(state, FolderName, Guid.NewGuid().ToString("n")));
        try
        {
            OwnerDirectory.Make(staged.Shared);
            staged.TakeAll(plugins, own);
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <summary>The directory of a plugin that has a runner of its own.</summary>
    public string Own(string plugin) => Path.Combine(root ?? "", OwnFolder, plugin);

    /// <summary>Whether a plugin with a runner of its own is there.</summary>
    public bool HasOwn(string plugin) => Directory.Exists(Own(plugin));

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private void TakeAll(string plugins, IReadOnlyList<string> own)
    {
        var approved = PluginLock.Read(plugins);
        foreach (var folder in PluginFolder.In(plugins))
        {
            var parent = own.Contains(folder.Name) ? Own(folder.Name) : Shared;
            Take(folder, approved, root is null ? null : Path.Combine(parent, folder.Name));
        }
    }

    private void Take(PluginFolder folder, PluginLock? approved, string? target)
    {
        var hash = "";
        string? problem;
        try
        {
            if (target is not null)
            {
                OwnerDirectory.Make(target);
            }

            var files = PluginFiles.Of(folder.Path, target);
            hash = files.Hash;
            problem = approved?.Problem(folder.Name, files);
        }
        catch (Exception bad) when (bad is PluginException or IOException or UnauthorizedAccessException)
        {
            problem = bad.Message;
        }

        if (problem is null)
        {
            hashes[folder.Name] = hash;
            return;
        }

        if (target is not null)
        {
            Directory.Delete(target, recursive: true);
        }

        refused.Add(new(folder.Name, "", hash, problem));
    }
}
