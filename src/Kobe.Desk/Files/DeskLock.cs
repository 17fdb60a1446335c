using System.Runtime.InteropServices;
using Kobe.Desk.Bars.Store;

namespace Kobe.Desk.Files;

/// <summary>Keeps a second writer off the desk's files; held by the kernel, so it ends with the process.</summary>
internal sealed class DeskLock : IDisposable
{
    private readonly FileStream _file;

    private DeskLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder, which is made when it is missing.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public static DeskLock Take(string folder)
    {
        OwnerOnly.MakeFolder(folder);
        var path = Path.Combine(folder, "desk.lock");
        var file = Open(folder, path);
        if (LibC.Lock((int)file.SafeFileHandle.DangerousGetHandle(), LibC.LockExclusive | LibC.LockNonBlocking) == 0)
        {
            return new DeskLock(file);
        }

        var errno = Marshal.GetLastPInvokeError();
        file.Dispose();
        throw new IOException(errno == LibC.WouldBlock ? Taken(folder) : $"{path} can't be locked (errno {errno}).");
    }

    public void Dispose() => _file.Dispose();

    // The class library locks a file as well, and refuses to open one that is locked.
    private static FileStream Open(string folder, string path)
    {
        try
        {
            return OwnerOnly.Open(path, FileShare.ReadWrite);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new IOException(Taken(folder), error);
        }
    }

    private static string Taken(string folder) =>
        $"Another process writes to {folder}. One desk at a time: wait until it has ended.";
}
