using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kobe.Operation;

/// <summary>The few system calls that the class library does not offer, or not with their error number.</summary>
/// <remarks>
/// Constants are those of Linux that are the same on x64 and arm64. Calls that take a handle keep it alive; retrying
/// after a signal is left to the callers, who know what a short write means.
/// </remarks>
internal static partial class Posix
{
    public const int ReadOnly = 0;
    public const int ReadWrite = 2;
    public const int Create = 0x40;
    public const int Exclusive = 0x80;
    public const int Truncate = 0x200;
    public const int CloseOnExec = 0x80000;

    /// <summary>Owner reads and writes, nobody else.</summary>
    public const uint OwnerOnly = 0x180;

    /// <summary>As <see cref="OwnerOnly"/>, for a directory.</summary>
    public const uint OwnerOnlyDirectory = 0x1c0;

    public const int LockExclusive = 2;
    public const int LockNonBlocking = 4;

    public const int AdviceDontNeed = 4;

    public const int NotFound = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int WouldBlock = 11;
    public const int Exists = 17;
    public const int TooLarge = 27;
    public const int NoSpace = 28;
    public const int QuotaExceeded = 122;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial SafeFileHandle Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    public static unsafe partial nint ReadAt(SafeFileHandle file, byte* buffer, nint count, long offset);

    [LibraryImport("libc", EntryPoint = "pwrite", SetLastError = true)]
    public static unsafe partial nint WriteAt(SafeFileHandle file, byte* buffer, nint count, long offset);

    [LibraryImport("libc", EntryPoint = "write")]
    public static unsafe partial nint Write(int file, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "isatty")]
    public static partial int IsTerminal(int file);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int SetLength(SafeFileHandle file, long length);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    public static partial int SyncContent(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    public static partial int Advise(SafeFileHandle file, long offset, long length, int advice);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Rename(string from, string to);

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeDirectory(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unlink(string path);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int StatX(int directory, string path, int flags, uint mask, byte* result);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int StatX(SafeFileHandle file, string path, int flags, uint mask, byte* result);

    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    public static unsafe partial int StatFileSystem(SafeFileHandle file, byte* result);
}
