namespace Kobe.Desk.Indicators;

/// <summary>Realised volatility: the standard deviation of logarithmic returns, a year's worth.</summary>
/// <remarks>
/// The close-to-close estimator: the sample deviation (divided by n − 1) times the root of the bars in a year; see
/// Hull, Options, Futures, and Other Derivatives, chapter on estimating volatility from historical data.
/// </remarks>
/// <param name="period">How many returns, 2 or more.</param>
/// <param name="barsPerYear">252 for days of a stock exchange.</param>
public sealed class RealizedVolatility(int period = 20, double barsPerYear = 252)
{
    private readonly RollingMoments _moments = new(period);
    private double _last = double.NaN;

    /// <summary>Whether a period of returns has come: one close more than the period.</summary>
    public bool IsReady => _moments.IsReady;

    /// <summary>As a fraction a year, such as 0.16; NaN until ready.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes the next close.</summary>
    /// <param name="close">The price, above 0.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(double close)
    {
        var change = Math.Log(close / _last);
        _last = close;
        if (!double.IsNaN(change))
        {
            _moments.Update(change);
        }

        return Value = IsReady ? Math.Sqrt(_moments.Scatter / (period - 1) * barsPerYear) : double.NaN;
    }
}
