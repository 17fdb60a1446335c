using Kobe.Desk.Bars;

namespace Kobe.Desk.Indicators;

/// <summary>Average true range: how far a bar moves, gaps included, in price units.</summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. The true range is the largest of high − low,
/// |high − previous close| and |low − previous close|; that of the first bar is high − low.
/// </remarks>
/// <param name="period">How many bars; Wilder used 14.</param>
public sealed class Atr(int period = 14)
{
    private Smoothing _range = Smoothing.Wilder(period);
    private double _close = double.NaN;

    /// <summary>Whether as many bars have come as the period asks for.</summary>
    public bool IsReady => _range.IsReady;

    /// <summary>The average, in price units; NaN until ready.</summary>
    public double Value => _range.Value;

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(in Bar bar)
    {
        var range = TrueRange(bar, _close);
        _close = bar.Close;
        return _range.Update(range);
    }

    /// <summary>The true range of a bar, in price units.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="before">The close before it; NaN when there is none.</param>
    public static double TrueRange(in Bar bar, double before)
    {
        // Comparisons with NaN are false.
        var high = before > bar.High ? before : bar.High;
        var low = before < bar.Low ? before : bar.Low;
        return high - low;
    }
}
