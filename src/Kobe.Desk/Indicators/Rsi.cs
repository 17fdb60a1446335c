namespace Kobe.Desk.Indicators;

/// <summary>Relative strength index: how much of the recent movement went up, 0 to 100.</summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems, 1978: 100 − 100 / (1 + average gain / average loss),
/// both smoothed his way. Without any loss it is 100, without any movement 50.
/// </remarks>
/// <param name="period">How many changes; Wilder used 14.</param>
public sealed class Rsi(int period = 14)
{
    private Smoothing _gain = Smoothing.Wilder(period);
    private Smoothing _loss = Smoothing.Wilder(period);
    private double _last = double.NaN;

    /// <summary>Whether a period of changes has come: one value more than the period.</summary>
    public bool IsReady => _gain.IsReady;

    /// <summary>0 to 100; NaN until ready.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes the next close.</summary>
    /// <param name="close">The price.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(double close)
    {
        var change = close - _last;
        _last = close;
        if (double.IsNaN(change))
        {
            return Value;
        }

        var gain = _gain.Update(change > 0 ? change : 0);
        var loss = _loss.Update(change < 0 ? -change : 0);
        var both = gain + loss;
        return Value = both > 0 ? 100 * gain / both : both == 0 ? 50 : double.NaN;
    }
}
