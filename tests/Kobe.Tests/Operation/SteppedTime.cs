namespace Kobe.Tests.Operation;

/// <summary>A clock that goes only when a test says so; both its hands go together.</summary>
internal sealed class SteppedTime(DateTimeOffset start) : TimeProvider
{
    private long _ticks;

    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 14, 45, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
