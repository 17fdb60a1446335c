namespace Kobe.Desk.Indicators;

/// <summary>Bollinger bands: a moving average, and so many standard deviations above and below it.</summary>
/// <remarks>John Bollinger, Bollinger on Bollinger Bands, 2001; the deviation is that of the population (divided by
/// n).</remarks>
/// <param name="period">How many closes; Bollinger used 20.</param>
/// <param name="width">How many deviations; Bollinger used 2.</param>
public sealed class Bollinger(int period = 20, double width = 2)
{
    private readonly RollingMoments _moments = new(period);
    private double _last = double.NaN;

    /// <summary>Whether as many closes have come as the period asks for.</summary>
    public bool IsReady => _moments.IsReady;

    /// <summary>The moving average; NaN until ready.</summary>
    public double Middle { get; private set; } = double.NaN;

    /// <summary>The standard deviation of the closes, in price units; NaN until ready.</summary>
    public double Deviation { get; private set; } = double.NaN;

    /// <summary>The upper band.</summary>
    public double Upper => Middle + (width * Deviation);

    /// <summary>The lower band.</summary>
    public double Lower => Middle - (width * Deviation);

    /// <summary>%b: where the close lies, 0 on the lower band and 1 on the upper; NaN when the bands meet.</summary>
    public double PercentB => (_last - Lower) / (Upper - Lower);

    /// <summary>The distance of the bands as a share of the middle.</summary>
    public double BandWidth => (Upper - Lower) / Middle;

    /// <summary>Takes the next close.</summary>
    /// <param name="close">The price.</param>
    /// <returns>The new <see cref="Middle"/>.</returns>
    public double Update(double close)
    {
        _last = close;
        _moments.Update(close);
        if (_moments.IsReady)
        {
            Middle = _moments.Mean;
            Deviation = Math.Sqrt(_moments.Scatter / period);
        }

        return Middle;
    }
}
