namespace Kobe.Desk.Tests.Support;

/// <summary>Another's clock, and something that happens whenever somebody looks at it.</summary>
internal sealed class WatchedTime(TimeProvider time, Action look) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        look();
        return time.GetUtcNow();
    }

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
