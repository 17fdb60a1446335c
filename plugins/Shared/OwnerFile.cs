using System.Runtime.Versioning;

namespace Kobe.Plugins.State;

/// <summary>Writes files of the state directory as the brain does: whole or not at all, for the owner only.</summary>
internal static class OwnerFile
{
    /// <summary>Makes a directory and those above it, for the owner only.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // One by one: the mode would count for the last of them only.
        if (!Directory.Exists(path) && Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent)
        {
            MakeDirectory(parent);
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Opens a new file beside its later name; <see cref="Keep"/> gives it that name.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    public static FileStream Begin(string path)
    {
        MakeDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return Create(path + ".tmp");
    }

    /// <summary>Makes what was written durable and gives it its name: readers see the old file or the new.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Keep(FileStream begun, string path)
    {
        begun.Flush(flushToDisk: true);
        begun.Dispose();
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>Replaces a file.</summary>
    /// <exception cref="IOException">The disk refuses; the old file stays.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        using var file = Begin(path);
        file.Write(content);
        Keep(file, path);
    }

    /// <summary>Adds to the end of a file, durably.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Append(string path, ReadOnlySpan<byte> content)
    {
        MakeDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = Open(path, FileMode.Append);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    private static FileStream Create(string path) => Open(path, FileMode.Create);

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            ForOwner(options);
        }

        return new(path, options);
    }

    [UnsupportedOSPlatform("windows")]
    private static void ForOwner(FileStreamOptions options) =>
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
}
