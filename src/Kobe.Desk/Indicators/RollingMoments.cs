namespace Kobe.Desk.Indicators;

/// <summary>Mean and variance of the last values.</summary>
/// <remarks>
/// Sums are taken of distances from a value near the mean and added up afresh once a round: prices around 100 that move
/// by cents would lose half their digits in a plain sum of squares.
/// </remarks>
internal sealed class RollingMoments(int period)
{
    private readonly Window _window = new(period);
    private double _pivot;
    private double _sum;
    private double _squares;

    public bool IsReady => _window.IsFull;

    public double Mean => _pivot + (_sum / _window.Count);

    /// <summary>The sum of squared distances from the mean; never below 0.</summary>
    public double Scatter => Math.Max(0, _squares - (_sum * _sum / _window.Count));

    public void Update(double value)
    {
        if (_window.Count == 0)
        {
            _pivot = value;
        }

        var wasFull = _window.IsFull;
        var old = _window.Push(value) - _pivot;
        var distance = value - _pivot;
        if (wasFull)
        {
            _sum += distance - old;
            _squares += (distance * distance) - (old * old);
        }
        else
        {
            _sum += distance;
            _squares += distance * distance;
        }

        if (_window.IsRound)
        {
            Renew();
        }
    }

    private void Renew()
    {
        _pivot = Mean;
        (_sum, _squares) = (0, 0);
        foreach (var value in _window.Values)
        {
            var distance = value - _pivot;
            _sum += distance;
            _squares += distance * distance;
        }
    }
}
