using Kobe.Desk.Bars;

namespace Kobe.Desk.Indicators;

/// <summary>Average directional index: how strong a trend is, 0 to 100, whichever its direction.</summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. A bar's movement is counted to the side on which
/// it exceeds the bar before more, and to neither when it stays inside. Movements and true ranges are smoothed his way,
/// from the second bar on; DX = 100 |+DI − −DI| / (+DI + −DI), 0 without movement; ADX is DX smoothed, from its own
/// first values on.
/// </remarks>
/// <param name="period">How many bars; Wilder used 14.</param>
public sealed class Adx(int period = 14)
{
    private Smoothing _up = Smoothing.Wilder(period);
    private Smoothing _down = Smoothing.Wilder(period);
    private Smoothing _range = Smoothing.Wilder(period);
    private Smoothing _index = Smoothing.Wilder(period);
    private double _high;
    private double _low;
    private double _close = double.NaN;

    /// <summary>Whether twice the period of bars has come.</summary>
    public bool IsReady => _index.IsReady;

    /// <summary>0 to 100; NaN until ready.</summary>
    public double Value => _index.Value;

    /// <summary>+DI, 0 to 100: the share of the range that went to new highs; NaN until the period is full.</summary>
    public double Up { get; private set; } = double.NaN;

    /// <summary>−DI, 0 to 100: the share of the range that went to new lows; NaN until the period is full.</summary>
    public double Down { get; private set; } = double.NaN;

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(in Bar bar)
    {
        var (rise, fall) = (bar.High - _high, _low - bar.Low);
        var range = Atr.TrueRange(bar, _close);
        var isFirst = double.IsNaN(_close);
        (_high, _low, _close) = (bar.High, bar.Low, bar.Close);
        if (isFirst)
        {
            return Value;
        }

        var up = _up.Update(rise > fall && rise > 0 ? rise : 0);
        var down = _down.Update(fall > rise && fall > 0 ? fall : 0);
        range = _range.Update(range);
        if (double.IsNaN(range))
        {
            return Value;
        }

        var scale = range > 0 ? 100 / range : 0;
        (Up, Down) = (up * scale, down * scale);
        var both = Up + Down;
        return _index.Update(both > 0 ? 100 * Math.Abs(Up - Down) / both : 0);
    }
}
