namespace Kobe.Desk.Indicators;

/// <summary>How two values moved together: correlation, and the beta of the second to the first.</summary>
/// <remarks>
/// Pearson's correlation, and the slope of the least-squares line of the second value on the first: for returns of a
/// market and of a share it is the share's beta (Sharpe, Capital Asset Prices, 1964). Sums are of distances from values
/// near the means and are added up afresh once a round.
/// </remarks>
/// <param name="period">How many pairs, 2 or more.</param>
public sealed class RollingPair(int period)
{
    private readonly Window _firsts = new(period);
    private readonly Window _seconds = new(period);
    private double _pivotX;
    private double _pivotY;
    private double _x;
    private double _y;
    private double _xx;
    private double _yy;
    private double _xy;

    /// <summary>Whether as many pairs have come as the period asks for.</summary>
    public bool IsReady => _firsts.IsFull;

    /// <summary>−1 to 1; NaN until ready, or when one of the two does not move.</summary>
    public double Correlation => IsReady ? CrossScatter / Math.Sqrt(ScatterX * ScatterY) : double.NaN;

    /// <summary>By how much the second moves for 1 of the first; NaN until ready, or when the first does not move.
    /// </summary>
    public double Beta => IsReady ? CrossScatter / ScatterX : double.NaN;

    private double ScatterX => Math.Max(0, _xx - (_x * _x / period));

    private double ScatterY => Math.Max(0, _yy - (_y * _y / period));

    private double CrossScatter => _xy - (_x * _y / period);

    /// <summary>Takes the next pair.</summary>
    /// <param name="first">Such as the market's return.</param>
    /// <param name="second">Such as the share's return.</param>
    public void Update(double first, double second)
    {
        if (_firsts.Count == 0)
        {
            (_pivotX, _pivotY) = (first, second);
        }

        var wasFull = _firsts.IsFull;
        var (oldX, oldY) = (_firsts.Push(first) - _pivotX, _seconds.Push(second) - _pivotY);
        Add(first - _pivotX, second - _pivotY, 1);
        if (wasFull)
        {
            Add(oldX, oldY, -1);
        }

        if (_firsts.IsRound)
        {
            Renew();
        }
    }

    private void Add(double x, double y, double sign)
    {
        _x += sign * x;
        _y += sign * y;
        _xx += sign * x * x;
        _yy += sign * y * y;
        _xy += sign * x * y;
    }

    private void Renew()
    {
        _pivotX += _x / period;
        _pivotY += _y / period;
        (_x, _y, _xx, _yy, _xy) = (0, 0, 0, 0, 0);
        var firsts = _firsts.Values;
        var seconds = _seconds.Values;
        for (var i = 0; i < firsts.Length; i++)
        {
            Add(firsts[i] - _pivotX, seconds[i] - _pivotY, 1);
        }
    }
}
