namespace Kobe.Desk.Brokers.Paper;

/// <summary>Counts the requests of a minute, as a server does.</summary>
internal sealed class RequestWindow(int perMinute)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private int _count;

    public int Limit => perMinute;

    public int Remaining => Math.Max(0, perMinute - _count);

    /// <summary>When the next minute begins (UTC).</summary>
    public DateTimeOffset Reset => _start + Length;

    /// <summary>How many requests there ever were, answered or not.</summary>
    public int Total { get; private set; }

    /// <summary>Counts a request; false when the minute's are used up.</summary>
    public bool TryTake(DateTimeOffset now)
    {
        Total++;
        if (now >= _start + Length || _start == DateTimeOffset.MinValue)
        {
            (_start, _count) = (now, 0);
        }

        return ++_count <= perMinute;
    }
}
