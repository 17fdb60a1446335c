using System.Runtime.InteropServices;

namespace Kobe.Plugins.Monitoring.Machine;

/// <summary>What the kernel says of its clock.</summary>
/// <param name="IsSynchronised">Whether something keeps it in step with the world's time.</param>
/// <param name="MaxErrorMs">How wrong it can be, by its own account, in milliseconds.</param>
internal sealed record KernelClock(bool IsSynchronised, long MaxErrorMs)
{
    private const int MaxErrorAt = 24;
    private const int StatusAt = 40;
    private const int Unsynchronised = 0x40;

    /// <summary>Asks the kernel; null where it doesn't answer, as in some containers.</summary>
    public static unsafe KernelClock? Read()
    {
        if (!Native.IsKnownSystem)
        {
            return null;
        }

        // All zero asks and changes nothing: no mode bit is set.
        Span<byte> result = stackalloc byte[Native.StructureBytes];
        result.Clear();
        fixed (byte* start = result)
        {
            if (Native.KernelClock(start) < 0)
            {
                return null;
            }
        }

        var status = MemoryMarshal.Read<int>(result[StatusAt..]);
        var maxErrorMicroseconds = MemoryMarshal.Read<long>(result[MaxErrorAt..]);
        return new((status & Unsynchronised) == 0, maxErrorMicroseconds / 1000);
    }

    /// <summary>For how long the machine has slept since it started; zero where the system doesn't say.</summary>
    public static TimeSpan Slept()
    {
        var (boot, monotonic) = Native.IsKnownSystem ? (Time(Native.BootTime), Time(Native.Monotonic)) : (null, null);
        return boot > monotonic ? boot.Value - monotonic.Value : TimeSpan.Zero;
    }

    private static unsafe TimeSpan? Time(int clock)
    {
        Span<long> result = stackalloc long[2];
        fixed (long* start = result)
        {
            return Native.Time(clock, start) == 0
                ? new TimeSpan((result[0] * TimeSpan.TicksPerSecond) + (result[1] / TimeSpan.NanosecondsPerTick))
                : null;
        }
    }
}
