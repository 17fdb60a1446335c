using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kobe.Operation;

/// <summary>An open file or directory: whole reads and writes at an offset, syncs that report failure.</summary>
internal sealed class DiskFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    private DiskFile(SafeFileHandle handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    public string Path { get; }

    public SafeFileHandle Handle => _handle;

    public long Length => FileIdentity.Of(this).Size;

    /// <summary>Opens with the flags of <see cref="Posix"/>; a new file is for its owner only.</summary>
    /// <exception cref="PosixException">It cannot be opened.</exception>
    public static DiskFile Open(string path, int flags)
    {
        var handle = Posix.Open(path, flags | Posix.CloseOnExec, Posix.OwnerOnly);
        if (!handle.IsInvalid)
        {
            return new DiskFile(handle, path);
        }

        var failure = PosixException.Last($"open {path}");
        handle.Dispose();
        throw failure;
    }

    /// <summary>Makes a directory for its owner only, durably, unless it is there; its parent must be.</summary>
    public static void EnsureDirectory(string path)
    {
        if (Posix.MakeDirectory(path, Posix.OwnerOnlyDirectory) == 0)
        {
            SyncDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        }
        else if (Marshal.GetLastPInvokeError() != Posix.Exists)
        {
            throw PosixException.Last($"make the directory {path}");
        }
    }

    /// <summary>Makes the names in a directory durable.</summary>
    public static void SyncDirectory(string path)
    {
        using var directory = Open(path, Posix.ReadOnly);
        Check(Posix.Sync(directory._handle), $"sync {path}");
    }

    /// <summary>Reads until the buffer is full or the file ends; how many bytes.</summary>
    public unsafe int Read(long offset, Span<byte> into)
    {
        var total = 0;
        fixed (byte* start = into)
        {
            while (total < into.Length)
            {
                var read = Posix.ReadAt(_handle, start + total, into.Length - total, offset + total);
                if (read < 0 && Marshal.GetLastPInvokeError() != Posix.Interrupted)
                {
                    throw PosixException.Last($"read {Path}");
                }

                if (read == 0)
                {
                    break;
                }

                total += (int)Math.Max(0, read);
            }
        }

        return total;
    }

    /// <summary>Writes all of it; after an exception some of it may be there.</summary>
    public unsafe void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        var total = 0;
        fixed (byte* start = bytes)
        {
            while (total < bytes.Length)
            {
                var written = Posix.WriteAt(_handle, start + total, bytes.Length - total, offset + total);
                if (written < 0 && Marshal.GetLastPInvokeError() != Posix.Interrupted)
                {
                    throw PosixException.Last($"write {Path}");
                }

                total += (int)Math.Max(0, written);
            }
        }
    }

    public void SetLength(long length) => Check(Posix.SetLength(_handle, length), $"truncate {Path}");

    /// <summary>Makes the bytes durable, and of the rest only what is needed to read them: fdatasync.</summary>
    public void SyncContent() => Check(Posix.SyncContent(_handle), $"sync {Path}");

    /// <summary>Makes the file durable: fsync.</summary>
    public void Sync() => Check(Posix.Sync(_handle), $"sync {Path}");

    /// <summary>Forgets what is cached, so that the next read shows what the disk has.</summary>
    public void DropCache() => _ = Posix.Advise(_handle, 0, 0, Posix.AdviceDontNeed);

    public void Dispose() => _handle.Dispose();

    private static void Check(int result, string doing)
    {
        if (result != 0)
        {
            throw PosixException.Last(doing);
        }
    }
}
