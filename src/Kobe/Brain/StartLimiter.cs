namespace Kobe.Brain;

/// <summary>Lets only so many caught-up occurrences start in a minute, so that a gap does not end in a storm.</summary>
internal sealed class StartLimiter(int perMinute)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<TimeSpan> _starts = new();

    /// <summary>When the next one may start, by the monotonic clock; null when one may now.</summary>
    public TimeSpan? FreeAt(TimeSpan mono)
    {
        while (_starts.TryPeek(out var oldest) && mono - oldest >= Window)
        {
            _starts.Dequeue();
        }

        return _starts.Count < perMinute ? null : _starts.Peek() + Window;
    }

    public void Note(TimeSpan mono) => _starts.Enqueue(mono);
}
