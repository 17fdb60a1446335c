using Kobe.Core.Markets.Files;

namespace Kobe.Files;

/// <summary>Reads the YAML files of a folder whole, within limits, and none from outside of it.</summary>
internal static class YamlFolder
{
    /// <summary>How many files a schedule may have.</summary>
    public const int FilesMax = 100;

    // One byte past the reader's own limit, so that it is the reader that refuses a larger file, with its place.
    private const int BytesMax = (1024 * 1024) + 1;

    /// <summary>The files below a folder in the order of their names; none when there is no such folder.</summary>
    /// <param name="root">The folder that links may not lead out of.</param>
    /// <param name="folder">The folder to read, inside of it.</param>
    /// <param name="recurse">Whether folders below it are read too.</param>
    public static IReadOnlyList<TextFile> Read(string root, string folder, bool recurse)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        try
        {
            var paths = Directory.GetFiles(
                folder, "*.yaml", recurse ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly);
            Array.Sort(paths, StringComparer.Ordinal);
            if (paths.Length > FilesMax)
            {
                throw new UserError($"{folder} holds {paths.Length} files; at most {FilesMax} are read.");
            }

            return Array.ConvertAll(paths, path => ReadFile(root, path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{folder} can't be read: {error.Message}");
        }
    }

    private static TextFile ReadFile(string root, string path)
    {
        RefuseOutside(root, path);
        using var file = File.OpenHandle(path);
        var buffer = new byte[(int)Math.Min(BytesMax, Math.Max(0, RandomAccess.GetLength(file)))];
        var read = 0;
        while (read < buffer.Length)
        {
            var count = RandomAccess.Read(file, buffer.AsSpan(read), read);
            if (count == 0)
            {
                break;
            }

            read += count;
        }

        return new(path, buffer.AsMemory(0, read));
    }

    // A link below the folder, or a folder that is one, must stay inside: a schedule is reviewed as one tree.
    private static void RefuseOutside(string root, string path)
    {
        var inside = RealPath(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
        var real = RealPath(Path.GetFullPath(path));
        if (!real.StartsWith(inside, StringComparison.Ordinal))
        {
            throw new UserError($"{path} is a link that leads out of {root}, to {real}. Copy the file instead.");
        }
    }

    private static string RealPath(string path)
    {
        var real = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                real = target.FullName;
            }
        }

        return real;
    }
}
