using System.Runtime.InteropServices;

namespace Kobe.Plugins.Monitoring.Machine;

/// <summary>How much room a file system has, as an ordinary user may take it.</summary>
/// <param name="TotalBytes">Used and available bytes together; what is kept for root counts as used by nobody.</param>
/// <param name="FreeBytes">Available bytes.</param>
/// <param name="TotalInodes">How many files it can have; 0 when it sets no such limit.</param>
/// <param name="FreeInodes">How many more files it can have.</param>
internal sealed record DiskSpace(double TotalBytes, double FreeBytes, double TotalInodes, double FreeInodes)
{
    /// <summary>The share of bytes that is free, in percent.</summary>
    public double FreePercent => TotalBytes > 0 ? FreeBytes * 100 / TotalBytes : 0;

    /// <summary>The share of inodes that is free, in percent; null when the file system sets no limit.</summary>
    public double? FreeInodesPercent => TotalInodes > 0 ? FreeInodes * 100 / TotalInodes : null;

    /// <summary>The room of the file system that holds a path.</summary>
    /// <exception cref="IOException">There is no such path, or the system doesn't say.</exception>
    public static unsafe DiskSpace Of(string path)
    {
        if (!Native.IsKnownSystem)
        {
            var drive = new DriveInfo(Path.GetFullPath(path));
            return new(drive.TotalSize, drive.AvailableFreeSpace, 0, 0);
        }

        // f_bsize, f_frsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree, f_favail, …
        Span<ulong> result = stackalloc ulong[Native.StructureBytes / sizeof(ulong)];
        fixed (ulong* start = result)
        {
            if (Native.FileSystem(path, start) != 0)
            {
                var why = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
                throw new IOException($"The disk of {path} can't be asked: {why}");
            }
        }

        double unit = result[1];
        var used = (result[2] - (double)result[3]) * unit;
        var free = result[4] * unit;
        return new(used + free, free, result[5], result[7]);
    }
}
