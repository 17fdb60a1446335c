namespace Kobe.Operation;

/// <summary>Directories for their owner only.</summary>
internal static class OwnerDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the directory, and those above it, where missing; one that is there stays as it is.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Kobe runs on Linux.");
        }

        // One by one: the mode would count for the last of them only.
        if (!Directory.Exists(path) && Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent)
        {
            Make(parent);
        }

        Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>The same, and closes one that is there: a checkout's state directory is open to all.</summary>
    public static void Close(string path)
    {
        Make(path);
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
    }
}
