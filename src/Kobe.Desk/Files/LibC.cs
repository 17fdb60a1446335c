using System.Runtime.InteropServices;

namespace Kobe.Desk.Files;

/// <summary>System calls that the class library has not: a lock that no environment variable switches off, and the sync
/// of a directory's entries.</summary>
internal static class LibC
{
    public const int LockExclusive = 2;
    public const int LockNonBlocking = 4;
    public const int WouldBlock = 11;
    private const int ReadOnly = 0;

    /// <summary>Takes or frees a kernel lock on an open file; 0 when it did.</summary>
    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Lock(int descriptor, int operation);

    /// <summary>Makes the names in a directory durable: a new or renamed file is there after a power loss.</summary>
    /// <exception cref="IOException">It could not.</exception>
    public static void SyncDirectory(string path)
    {
        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{path} can't be opened (errno {Marshal.GetLastPInvokeError()}).");
        }

        var result = Sync(descriptor);
        _ = Close(descriptor);
        if (result != 0)
        {
            throw new IOException($"{path} can't be synced (errno {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false,
        ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
