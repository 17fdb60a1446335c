using System.Buffers.Text;
using Kobe.Operation;

namespace Kobe.Hosting;

/// <summary>What memory a process has in use, as the kernel counts it.</summary>
/// <remarks>The class library's own answer reads a file for each thread of the process.</remarks>
internal static class ProcessMemory
{
    // Seven numbers of pages; the second is what is resident (proc_pid_statm(5)).
    private const int LineMax = 256;

    /// <summary>The resident bytes; 0 when it is gone.</summary>
    public static long ResidentBytes(int pid)
    {
        Span<byte> line = stackalloc byte[LineMax];
        try
        {
            using var file = DiskFile.Open($"/proc/{pid}/statm", Posix.ReadOnly);
            line = line[..file.Read(0, line)];
        }
        catch (PosixException)
        {
            return 0;
        }

        return Utf8Parser.TryParse(line[(line.IndexOf((byte)' ') + 1)..], out long pages, out _)
            ? pages * Environment.SystemPageSize
            : 0;
    }
}
