namespace Kobe.Desk.Indicators;

/// <summary>Exponential moving average: each value moves it by 2 / (period + 1) of the distance.</summary>
/// <remarks>
/// It begins with the simple mean of the first values, as StockCharts and TA-Lib do; starting it with the first value
/// alone would give that one too much weight for several periods.
/// </remarks>
/// <param name="period">1 to 100,000.</param>
public sealed class Ema(int period)
{
    private Smoothing _smoothing = new(period, 2.0 / (period + 1));

    /// <summary>Whether as many values have come as the period asks for.</summary>
    public bool IsReady => _smoothing.IsReady;

    /// <summary>The average; NaN until ready.</summary>
    public double Value => _smoothing.Value;

    /// <summary>Takes the next value.</summary>
    /// <param name="value">A price, or whatever is averaged.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(double value) => _smoothing.Update(value);
}
