namespace Kobe.Operation;

/// <summary>Directories for their owner only.</summary>
internal static class OwnerDirectory
{
    /// <summary>Makes the directory, and those above it, where missing; one that is there stays as it is.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Kobe runs on Linux.");
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
