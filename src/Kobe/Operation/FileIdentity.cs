using System.Runtime.InteropServices;

namespace Kobe.Operation;

/// <summary>Which file a name or a handle means. One that was deleted and made again is another file.</summary>
/// <param name="Device">Major and minor number of the device.</param>
/// <param name="Inode">The inode.</param>
/// <param name="Size">The file's length in bytes.</param>
/// <param name="Changed">When its content, name or rights changed last, by the kernel's clock: seconds and nanoseconds
/// since 1970. Nobody can set it.</param>
/// <param name="IsLink">Whether it only points to another file.</param>
internal readonly record struct FileIdentity(
    ulong Device, ulong Inode, long Size, (long Seconds, uint Nanoseconds) Changed, bool IsLink)
{
    // statx has one layout on all machines, which stat has not (include/uapi/linux/stat.h).
    private const int ResultBytes = 256;
    private const int ModeAt = 28;
    private const int InodeAt = 32;
    private const int SizeAt = 40;
    private const int ChangedAt = 96;
    private const int MajorAt = 136;
    private const int MinorAt = 140;
    private const int TypeMask = 0xf000;
    private const int LinkType = 0xa000;
    private const uint BasicStats = 0x7ff;
    private const int EmptyPath = 0x1000;
    private const int NoFollowLinks = 0x100;
    private const int CurrentDirectory = -100;

    /// <summary>The file that is open.</summary>
    public static unsafe FileIdentity Of(DiskFile file)
    {
        Span<byte> result = stackalloc byte[ResultBytes];
        fixed (byte* start = result)
        {
            if (Posix.StatX(file.Handle, "", EmptyPath, BasicStats, start) != 0)
            {
                throw PosixException.Last($"stat {file.Path}");
            }
        }

        return Read(result);
    }

    /// <summary>The file that a name means now; null when there is none.</summary>
    public static unsafe FileIdentity? Of(string path)
    {
        Span<byte> result = stackalloc byte[ResultBytes];
        fixed (byte* start = result)
        {
            if (Posix.StatX(CurrentDirectory, path, NoFollowLinks, BasicStats, start) == 0)
            {
                return Read(result);
            }
        }

        return Marshal.GetLastPInvokeError() == Posix.NotFound ? null : throw PosixException.Last($"stat {path}");
    }

    /// <summary>Whether both are the same file, whatever its length.</summary>
    public bool IsSameFile(FileIdentity? other) =>
        other is { } that && that.Device == Device && that.Inode == Inode;

    private static FileIdentity Read(ReadOnlySpan<byte> result) => new(
        ((ulong)MemoryMarshal.Read<uint>(result[MajorAt..]) << 32) | MemoryMarshal.Read<uint>(result[MinorAt..]),
        MemoryMarshal.Read<ulong>(result[InodeAt..]),
        MemoryMarshal.Read<long>(result[SizeAt..]),
        (MemoryMarshal.Read<long>(result[ChangedAt..]), MemoryMarshal.Read<uint>(result[(ChangedAt + sizeof(long))..])),
        (MemoryMarshal.Read<ushort>(result[ModeAt..]) & TypeMask) == LinkType);
}
