using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Notices steps of the wall clock and sleeps of the machine by comparing its clocks.</summary>
internal sealed class ClockWatch
{
    // Time servers slew smaller differences away, and reading three clocks takes a moment.
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(1);

    private ClockReading? _last;

    /// <summary>What happened since the last reading; null when nothing did.</summary>
    public ClockJump? Observe(in ClockReading now)
    {
        var last = _last;
        _last = now;
        if (last is not { } before)
        {
            return null;
        }

        var slept = (now.Boot - before.Boot) - (now.Mono - before.Mono);
        var expected = before.Wall + (now.Boot - before.Boot);
        var step = now.Wall - expected;
        return step > Noise ? new(ClockStep.Forward, step, expected)
            : -step > Noise ? new(ClockStep.Back, -step, expected)
            : slept > Noise ? new(ClockStep.Suspend, slept, before.Wall)
            : null;
    }
}
