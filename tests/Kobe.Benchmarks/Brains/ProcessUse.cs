using System.Globalization;
using System.Runtime.InteropServices;

namespace Kobe.Benchmarks.Brains;

/// <summary>What a running process uses, as the kernel counts it.</summary>
internal static partial class ProcessUse
{
    // The clock that counts a process's time on processors: utime and stime of /proc, in nanoseconds instead of ticks
    // of 10 ms (linux/posix-timers.h).
    private const int ScheduledClock = 2;
    private const int ProcessBits = 3;

    /// <summary>The processor time that it has used, in user and kernel mode, with threads that have ended.</summary>
    public static double ProcessorMs(int pid) =>
        GetTime((~pid << ProcessBits) | ScheduledClock, out var time) == 0
            ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
            : throw new InvalidOperationException($"Process {pid} is gone.");

    /// <summary>The memory that it has in use, in MB of 1,048,576 bytes.</summary>
    public static double ResidentMb(int pid) => double.Parse(
        Line(pid, "VmRSS:")!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>The process that started it; null when it is gone.</summary>
    public static int? ParentOf(int pid) =>
        Line(pid, "PPid:") is { } line ? int.Parse(line.AsSpan("PPid:".Length), CultureInfo.InvariantCulture) : null;

    private static string? Line(int pid, string name)
    {
        try
        {
            return File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
