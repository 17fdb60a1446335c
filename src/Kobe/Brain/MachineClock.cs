using System.Runtime.InteropServices;

namespace Kobe.Brain;

/// <summary>The clocks of this machine.</summary>
internal sealed partial class MachineClock(TimeProvider time) : IBrainClock
{
    // CLOCK_BOOTTIME of Linux: as the monotonic clock, but it goes on while the machine sleeps.
    private const int BootTime = 7;

    private readonly long _origin = time.GetTimestamp();

    public ClockReading Read()
    {
        var mono = time.GetElapsedTime(_origin);
        return new(time.GetUtcNow(), mono, ReadBoot() ?? mono);
    }

    private static TimeSpan? ReadBoot() => OperatingSystem.IsLinux() && GetTime(BootTime, out var now) == 0
        ? new TimeSpan((now.Seconds * TimeSpan.TicksPerSecond) + (now.Nanoseconds / 100))
        : null;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
