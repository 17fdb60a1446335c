namespace Kobe.Tests.Monitoring;

/// <summary>A clock that a test turns by hand: the wall and the monotonic clock, together or apart.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset wall = now;
    private TimeSpan monotonic = TimeSpan.FromHours(3);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far the monotonic clock moves each time that it is read.</summary>
    public TimeSpan ReadingTakes { get; set; }

    public override DateTimeOffset GetUtcNow() => wall;

    public override long GetTimestamp() => (monotonic += ReadingTakes).Ticks;

    /// <summary>Time passes.</summary>
    public void Pass(TimeSpan time)
    {
        wall += time;
        monotonic += time;
    }

    /// <summary>Somebody sets the wall clock.</summary>
    public void Step(TimeSpan by) => wall += by;
}
