namespace Kobe.Desk.Indicators;

/// <summary>The last so many numbers, oldest first out. The ring on which rolling indicators stand.</summary>
internal sealed class Window
{
    private readonly double[] _values;
    private int _next;

    public Window(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LengthMax);
        _values = new double[length];
    }

    /// <summary>A century of days; more is a mistake of whoever asks.</summary>
    public const int LengthMax = 100_000;

    /// <summary>How many numbers there are, at most the length.</summary>
    public int Count { get; private set; }

    public int Length => _values.Length;

    public bool IsFull => Count == _values.Length;

    /// <summary>The numbers that are there, in no particular order.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>Whether the number just put in lies at the ring's end: time to sum afresh, so that no rounding
    /// error lives longer than one round.</summary>
    public bool IsRound => _next == 0;

    /// <summary>Puts a number in.</summary>
    /// <returns>The number that fell out; 0 as long as none does.</returns>
    public double Push(double value)
    {
        ref var slot = ref _values[_next];
        var old = slot;
        slot = value;
        if (++_next == _values.Length)
        {
            _next = 0;
        }

        if (Count < _values.Length)
        {
            Count++;
        }

        return old;
    }
}
