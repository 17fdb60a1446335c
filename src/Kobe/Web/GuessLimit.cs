namespace Kobe.Web;

/// <summary>Counts wrong tokens: who guesses is told to stop. A right token is never kept waiting.</summary>
/// <remarks>
/// All calls of this machine look alike, so nobody is locked out: otherwise any program here could keep the owner from
/// a halt. Guessing 256 bits is hopeless at any rate; what this spares is the log and the processor.
/// </remarks>
internal sealed class GuessLimit(TimeProvider time)
{
    private const int GuessesMax = 5;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long _began;
    private int _count;

    /// <summary>Notes a wrong token.</summary>
    /// <param name="first">Whether it is the first too many of this minute.</param>
    /// <returns>How long to wait, when there were too many; else null.</returns>
    public TimeSpan? Note(out bool first)
    {
        lock (_gate)
        {
            var age = time.GetElapsedTime(_began);
            if (_count == 0 || age >= Span)
            {
                (_began, _count, age) = (time.GetTimestamp(), 0, TimeSpan.Zero);
            }

            _count = Math.Min(_count + 1, int.MaxValue - 1);
            first = _count == GuessesMax + 1;
            return _count > GuessesMax ? Span - age : null;
        }
    }
}
