namespace Kobe.Desk.Sessions;

/// <summary>The clock of the attempt that has the desk now: the desk outlives attempts, and each brings its
/// own.</summary>
internal sealed class AttemptClock(TimeProvider first) : TimeProvider
{
    private volatile TimeProvider _now = first;

    public override long TimestampFrequency => _now.TimestampFrequency;

    public void Follow(TimeProvider clock) => _now = clock;

    public override DateTimeOffset GetUtcNow() => _now.GetUtcNow();

    public override long GetTimestamp() => _now.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _now.CreateTimer(callback, state, dueTime, period);
}
