namespace Kobe.Runner.Lane;

/// <summary>A clock that shows one instant, for replays; measuring and waiting take the machine's time.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
