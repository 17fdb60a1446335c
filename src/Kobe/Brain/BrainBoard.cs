namespace Kobe.Brain;

/// <summary>Where the loop puts what it knows, and everybody else reads it. Nobody waits for anybody.</summary>
/// <param name="time">The clock that the loop's timestamps are of.</param>
internal sealed class BrainBoard(TimeProvider time)
{
    private volatile BrainSnapshot? _current;

    /// <summary>The last turn's end; null before the first.</summary>
    public BrainSnapshot? Current => _current;

    /// <summary>The clock that the loop's timestamps are of.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Called by the loop at the end of each turn.</summary>
    public void Publish(BrainSnapshot snapshot) => _current = snapshot;

    /// <summary>Since the loop's last turn ended; null before the first. By the monotonic clock.</summary>
    public TimeSpan? LoopAge => _current is { } snapshot ? Time.GetElapsedTime(snapshot.LoopTimestamp) : null;
}
