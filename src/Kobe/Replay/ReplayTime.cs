using Kobe.Simulation;

namespace Kobe.Replay;

/// <summary>A replay's clock for those who ask a <see cref="TimeProvider"/>.</summary>
internal sealed class ReplayTime(SimulatedClock clock) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.Wall;

    public override long GetTimestamp() => clock.Mono.Ticks;
}
