namespace Kobe.Desk.Indicators;

/// <summary>Simple moving average: the mean of the last values.</summary>
/// <remarks>Kept as a running sum that is added up afresh once a round, so that rounding does not pile up.</remarks>
/// <param name="period">How many values, 1 to 100,000.</param>
public sealed class Sma(int period)
{
    private readonly Window _window = new(period);
    private double _sum;

    /// <summary>Whether as many values have come as the period asks for.</summary>
    public bool IsReady => _window.IsFull;

    /// <summary>The mean; NaN until ready.</summary>
    public double Value => IsReady ? _sum / period : double.NaN;

    /// <summary>Takes the next value.</summary>
    /// <param name="value">A price, or whatever is averaged.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(double value)
    {
        _sum += value - _window.Push(value);
        if (_window.IsRound)
        {
            _sum = 0;
            foreach (var one in _window.Values)
            {
                _sum += one;
            }
        }

        return Value;
    }
}
