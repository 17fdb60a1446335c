using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Kobe.Operation;

/// <summary>Keeps a second brain off a state directory: held by the kernel, so it ends with the process.</summary>
/// <remarks>
/// Two locks: one on <c>kobe.lock</c>, which people can look at, and one on the directory itself. Whoever deletes the
/// file frees its name for a second lock, but not the directory; the file is compared with its name after locking, and
/// never deleted here. Not the class library's file lock: an environment variable switches that one off.
/// </remarks>
internal sealed class SingleInstanceLock : IDisposable
{
    /// <summary>The lock file's name; its content, the holder's pid, is for people and for the second brain.</summary>
    public const string FileName = "kobe.lock";

    // The name changes hands only while somebody deletes the file: more than a few times is not an accident.
    private const int TriesMax = 10;
    private readonly DiskFile _directory;
    private readonly DiskFile _file;

    private SingleInstanceLock(DiskFile directory, DiskFile file)
    {
        _directory = directory;
        _file = file;
    }

    /// <summary>Takes the lock or says who has it; waits for nothing.</summary>
    /// <param name="state">The state directory, which must be there.</param>
    /// <param name="pid">This process, for people.</param>
    /// <exception cref="StateInUseException">Another process has it.</exception>
    /// <exception cref="NotSupportedException">The directory lies on a network file system.</exception>
    public static SingleInstanceLock Take(string state, int pid)
    {
        var directory = DiskFile.Open(state, Posix.ReadOnly);
        DiskFile? file = null;
        try
        {
            if (FileSystemKind.Network(directory) is { } network)
            {
                throw new NotSupportedException(
                    $"The state directory {state} lies on {network}, where locks do not hold; use a local disk.");
            }

            file = TakeFile(state);
            if (!TryLock(directory))
            {
                throw new StateInUseException(state, LockHolder.Find(directory) ?? LockHolder.Read(file));
            }

            file.SetLength(0);
            file.Write(0, Encoding.ASCII.GetBytes(pid.ToString(CultureInfo.InvariantCulture) + "\n"));
            return new SingleInstanceLock(directory, file);
        }
        catch
        {
            file?.Dispose();
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Whether the lock file is still the one that was locked; when not, somebody deleted it.</summary>
    public bool IsFileInPlace => FileIdentity.Of(_file).IsSameFile(FileIdentity.Of(_file.Path));

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _directory.Dispose();
    }

    private static DiskFile TakeFile(string state)
    {
        for (var tries = 1; ; tries++)
        {
            var file = DiskFile.Open(Path.Combine(state, FileName), Posix.ReadWrite | Posix.Create);
            if (!TryLock(file))
            {
                var holder = LockHolder.Find(file) ?? LockHolder.Read(file);
                file.Dispose();
                throw new StateInUseException(state, holder);
            }

            if (FileIdentity.Of(file).IsSameFile(FileIdentity.Of(file.Path)))
            {
                return file;
            }

            // It was deleted between opening and locking: what is locked now has no name.
            file.Dispose();
            if (tries == TriesMax)
            {
                throw new IOException($"{Path.Combine(state, FileName)} vanishes again and again; who deletes it?");
            }
        }
    }

    private static bool TryLock(DiskFile file)
    {
        while (Posix.Lock(file.Handle, Posix.LockExclusive | Posix.LockNonBlocking) != 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            if (errno == Posix.WouldBlock)
            {
                return false;
            }

            if (errno != Posix.Interrupted)
            {
                throw new PosixException(errno, $"lock {file.Path}");
            }
        }

        return true;
    }
}
