using System.Runtime.InteropServices;

namespace Kobe.Plugins.Monitoring.Machine;

/// <summary>System calls that the class library doesn't offer. Structures are those of 64-bit Linux.</summary>
internal static partial class Native
{
    /// <summary>Large enough for any structure that is filled here.</summary>
    public const int StructureBytes = 512;

    /// <summary>CLOCK_MONOTONIC: stands still while the machine sleeps.</summary>
    public const int Monotonic = 1;

    /// <summary>CLOCK_BOOTTIME: goes on while the machine sleeps.</summary>
    public const int BootTime = 7;

    /// <summary>Whether the structures are as they are described here.</summary>
    public static bool IsKnownSystem => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    [LibraryImport("libc", EntryPoint = "statvfs", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int FileSystem(string path, ulong* result);

    [LibraryImport("libc", EntryPoint = "adjtimex", SetLastError = true)]
    public static unsafe partial int KernelClock(byte* result);

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    public static unsafe partial int Time(int clock, long* result);
}
