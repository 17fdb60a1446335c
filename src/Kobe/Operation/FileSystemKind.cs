using System.Runtime.InteropServices;

namespace Kobe.Operation;

/// <summary>What kind of file system a directory lies on, as far as locks care.</summary>
internal static class FileSystemKind
{
    // linux/magic.h; a lock on these may not be seen by another machine, or not at all.
    private static readonly Dictionary<uint, string> Networks = new()
    {
        [0x6969] = "NFS",
        [0x517B] = "SMB",
        [0xFF534D42] = "CIFS",
        [0xFE534D42] = "SMB2",
        [0x5346414F] = "AFS",
        [0x73757245] = "CODA",
        [0x00C36400] = "Ceph",
    };

    /// <summary>The name of the network file system that an open file lies on; null when it is a local one.</summary>
    public static unsafe string? Network(DiskFile file)
    {
        Span<byte> result = stackalloc byte[256];
        fixed (byte* start = result)
        {
            if (Posix.StatFileSystem(file.Handle, start) != 0)
            {
                throw PosixException.Last($"stat the file system of {file.Path}");
            }
        }

        // f_type is the first member, as wide as a word; the magic numbers have 32 bits.
        return Name(MemoryMarshal.Read<uint>(result));
    }

    /// <summary>The name of a network file system by its magic number; null for any other.</summary>
    public static string? Name(uint magic) => Networks.GetValueOrDefault(magic);
}
