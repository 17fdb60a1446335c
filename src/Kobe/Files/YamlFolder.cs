using Kobe.Core.Markets.Files;
using Kobe.Runner.Plugins;

namespace Kobe.Files;

/// <summary>Reads the YAML files of a folder whole, within limits, and none from outside of it.</summary>
internal static class YamlFolder
{
    /// <summary>How many files a schedule may have.</summary>
    public const int FilesMax = 100;

    // One byte past the reader's own limit, so that it is the reader that refuses a larger file, with its place.
    private const int BytesMax = (1024 * 1024) + 1;

    /// <summary>The files in a folder in the order of their names; none when there is no such folder.</summary>
    /// <param name="root">The folder that links may not lead out of.</param>
    /// <param name="folder">The folder to read, inside of it.</param>
    public static IReadOnlyList<TextFile> Read(string root, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return File.Exists(folder) ? throw new UserError($"{folder} is no folder.") : [];
        }

        return Read(root, folder, () => Directory.GetFileSystemEntries(folder, "*.yaml"));
    }

    /// <summary>The files that a search finds, in the order of their names.</summary>
    /// <param name="root">The folder that links may not lead out of.</param>
    /// <param name="folder">What messages say is read.</param>
    /// <param name="find">Finds the paths.</param>
    public static IReadOnlyList<TextFile> Read(string root, string folder, Func<string[]> find)
    {
        try
        {
            var paths = find();
            Array.Sort(paths, StringComparer.Ordinal);
            if (paths.Length > FilesMax)
            {
                throw new UserError($"{folder} holds {paths.Length} files; at most {FilesMax} are read.");
            }

            var inside = RealPath.Of(root).TrimEnd('/') + '/';
            return Array.ConvertAll(paths, path => ReadFile(root, inside, path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{folder} can't be read: {error.Message}");
        }
    }

    private static TextFile ReadFile(string root, string inside, string path)
    {
        var real = RealPath.Of(path);
        RefuseOutside(root, inside, path, real);
        RefuseFolder(path, real);
        if (new FileInfo(real).Length == 0)
        {
            RefusePipe(path, real);
            return new(path, default);
        }

        using var file = File.OpenHandle(real);
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
    private static void RefuseOutside(string root, string inside, string path, string real)
    {
        if (!real.StartsWith(inside, StringComparison.Ordinal))
        {
            throw new UserError($"{path} is a link that leads out of {root}, to {real}. Copy the file instead.");
        }
    }

    private static void RefuseFolder(string path, string real)
    {
        if (Directory.Exists(real))
        {
            throw new UserError($"{path} is a folder. Only files are named like that.");
        }
    }

    // A pipe has the length 0, and opening one to read waits until somebody writes. Opened for both it answers at once.
    private static void RefusePipe(string path, string real)
    {
        try
        {
            using var file = new FileStream(real, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
            if (!file.CanSeek)
            {
                throw new UserError($"{path} is a pipe or a device. Only files are read.");
            }
        }
        catch (UnauthorizedAccessException)
        {
            // What may not be written can't be told apart from an empty file, and is as good as one: nothing is read.
        }
    }
}
