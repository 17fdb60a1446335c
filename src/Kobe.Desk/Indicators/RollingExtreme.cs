namespace Kobe.Desk.Indicators;

/// <summary>The greatest of the last values, at constant cost on average.</summary>
/// <remarks>A queue of those that can still become the greatest, in falling order: a value behind which a greater one
/// stands never will.</remarks>
internal sealed class RollingExtreme
{
    private readonly double[] _values;
    private readonly long[] _births;
    private long _now;
    private int _first;
    private int _count;

    public RollingExtreme(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, Window.LengthMax);
        (_values, _births) = (new double[period], new long[period]);
    }

    public bool IsReady => _now >= _values.Length;

    /// <summary>The greatest value in the window.</summary>
    public double Greatest => _values[_first];

    public void Update(double value)
    {
        if (_count > 0 && _births[_first] <= _now - _values.Length)
        {
            _first = Wrap(_first + 1);
            _count--;
        }

        while (_count > 0 && _values[Wrap(_first + _count - 1)] <= value)
        {
            _count--;
        }

        var slot = Wrap(_first + _count++);
        (_values[slot], _births[slot]) = (value, _now++);
    }

    private int Wrap(int index) => index >= _values.Length ? index - _values.Length : index;
}
