using System.Runtime.InteropServices;

namespace Kobe.Operation;

/// <summary>What a name stands for, asked without opening it: opening a pipe waits for somebody at its other
/// end.</summary>
internal static class FileKind
{
    // As in FileIdentity: statx has one layout on all machines (include/uapi/linux/stat.h).
    private const int ResultBytes = 256;
    private const int ModeAt = 28;
    private const uint TypeAndMode = 0x3;
    private const int NoFollowLinks = 0x100;
    private const int CurrentDirectory = -100;
    private const int TypeMask = 0xf000;
    private const int RegularFile = 0x8000;

    /// <summary>Whether it is a regular file: no pipe, socket or device, and no link. False also when it is
    /// gone.</summary>
    /// <exception cref="PosixException">It can't be looked at.</exception>
    public static unsafe bool IsRegular(string path)
    {
        Span<byte> result = stackalloc byte[ResultBytes];
        fixed (byte* start = result)
        {
            if (Posix.StatX(CurrentDirectory, path, NoFollowLinks, TypeAndMode, start) == 0)
            {
                return (MemoryMarshal.Read<ushort>(result[ModeAt..]) & TypeMask) == RegularFile;
            }
        }

        return Marshal.GetLastPInvokeError() == Posix.NotFound ? false : throw PosixException.Last($"stat {path}");
    }
}
