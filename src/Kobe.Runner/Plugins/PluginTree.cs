namespace Kobe.Runner.Plugins;

/// <summary>Lists a plugin's files, and refuses what nobody could vouch for: what others may change, what lies outside,
/// what is no file.</summary>
internal static class PluginTree
{
    /// <summary>Files of a plugin; more is a mistake, such as a project's whole folder.</summary>
    public const int FilesMax = 5_000;

    /// <summary>Bytes of a plugin: it is read, hashed and copied whole before it runs.</summary>
    public const long BytesMax = 1L << 30;

    private const int DepthMax = 16;

    /// <summary>The files of a plugin's folder, absolute and without links, by their path from it.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <exception cref="PluginException">Something in it can't be vouched for.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static SortedDictionary<string, string> Files(string folder)
    {
        var root = Path.GetDirectoryName(folder) is { } parent ? RealPath.Of(parent) : "/";
        var real = RealPath.Of(folder);
        Refuse(
            !IsInside(real, root), $"{folder} is a link that leads out of {root}, to {real}: copy the folder instead.");
        Refuse(FileStanding.Of(root).WhoElseReplaces() is var who && who is not null, $"{root} {who}.");
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(files, real, real, "", 0);
        return files;
    }

    private static void Add(
        SortedDictionary<string, string> files, string root, string directory, string prefix, int depth)
    {
        Refuse(depth > DepthMax, $"{directory} lies more than {DepthMax} folders deep.");
        RefuseForeign(directory);
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
        {
            var path = entry.FullName;
            if (entry.LinkTarget is not null)
            {
                path = RealPath.Of(path);
                Refuse(!IsInside(path, root), $"{entry.FullName} is a link that leads out of {root}, to {path}: copy "
                    + "what it leads to instead.");
                Refuse(Directory.Exists(path), $"{entry.FullName} is a link to a folder: copy the folder instead.");
                Refuse(!File.Exists(path), $"{entry.FullName} is a link to nothing.");
            }
            else if (entry is DirectoryInfo)
            {
                Add(files, root, path, prefix + entry.Name + "/", depth + 1);
                continue;
            }

            RefuseForeign(path);
            Refuse(!FileStanding.Of(path).IsRegular, $"{path} is a pipe or a device: only files belong into a plugin.");
            files[prefix + entry.Name] = path;
            Refuse(files.Count > FilesMax, $"{root} holds more than {FilesMax} files.");
        }
    }

    private static bool IsInside(string path, string root) =>
        path.StartsWith(root.TrimEnd('/') + '/', StringComparison.Ordinal);

    private static void RefuseForeign(string path) =>
        Refuse(FileStanding.Of(path).WhoElseWrites() is var who && who is not null, $"{path} {who}.");

    private static void Refuse(bool wrong, string sentence)
    {
        if (wrong)
        {
            throw new PluginException(sentence);
        }
    }
}
