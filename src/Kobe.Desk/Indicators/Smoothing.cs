namespace Kobe.Desk.Indicators;

/// <summary>A mean that begins as the simple one of the first values and then moves by a share of each
/// distance.</summary>
/// <remarks>With the share 1/n it is the smoothing of J. Welles Wilder, New Concepts in Technical Trading Systems,
/// 1978; with 2/(n+1) the exponential moving average.</remarks>
internal struct Smoothing
{
    private readonly int _period;
    private readonly double _share;
    private double _value;
    private int _count;

    public Smoothing(int period, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, Window.LengthMax);
        (_period, _share) = (period, share);
    }

    /// <summary>Wilder's smoothing over so many values.</summary>
    public static Smoothing Wilder(int period) => new(period, 1.0 / period);

    public readonly bool IsReady => _count >= _period;

    public readonly double Value => IsReady ? _value : double.NaN;

    public double Update(double value)
    {
        if (_count >= _period)
        {
            _value += (value - _value) * _share;
            return _value;
        }

        _value += value;
        if (++_count < _period)
        {
            return double.NaN;
        }

        return _value /= _period;
    }
}
