using Kobe.Plugins.Monitoring.Machine;

namespace Kobe.Plugins.Monitoring.Clocks;

/// <summary>The clocks at one look.</summary>
/// <param name="At">The wall clock (UTC).</param>
/// <param name="Monotonic">The monotonic clock, since the machine started.</param>
/// <param name="Slept">For how long the machine has slept since it started.</param>
/// <param name="Boot">Which boot of the machine it is; null when the system doesn't say.</param>
internal sealed record ClockReading(DateTimeOffset At, TimeSpan Monotonic, TimeSpan Slept, string? Boot)
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    /// <summary>Looks at the clocks.</summary>
    public static ClockReading Of(TimeProvider clock) => new(
        clock.GetUtcNow(),
        clock.GetElapsedTime(0, clock.GetTimestamp()),
        KernelClock.Slept(),
        KernelText.FirstWord(BootId));

    /// <summary>How far the wall clock jumped since an earlier look; null when the two can't be compared.</summary>
    /// <remarks>While the machine sleeps the monotonic clock stands still: that is no jump of the wall clock.</remarks>
    public TimeSpan? StepSince(ClockSkew earlier)
    {
        var monotonic = Monotonic - TimeSpan.FromMilliseconds(earlier.MonotonicMs);
        var slept = Slept - TimeSpan.FromMilliseconds(earlier.SleptMs);
        return earlier.Boot == Boot && monotonic >= TimeSpan.Zero ? At - earlier.At - monotonic - slept : null;
    }
}
