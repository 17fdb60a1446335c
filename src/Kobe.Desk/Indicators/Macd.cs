namespace Kobe.Desk.Indicators;

/// <summary>Moving average convergence/divergence: the distance of two exponential averages, and its own
/// average.</summary>
/// <remarks>
/// Gerald Appel, Technical Analysis: Power Tools for Active Investors, 2005. Line = EMA(fast) − EMA(slow); the signal
/// is the EMA of the line from its first value on; the histogram is line − signal.
/// </remarks>
/// <param name="fast">The period of the quicker average.</param>
/// <param name="slow">The period of the slower one.</param>
/// <param name="signal">The period of the line's average.</param>
public sealed class Macd(int fast = 12, int slow = 26, int signal = 9)
{
    private Smoothing _fast = new(fast, 2.0 / (fast + 1));
    private Smoothing _slow = new(slow, 2.0 / (slow + 1));
    private Smoothing _signal = new(signal, 2.0 / (signal + 1));

    /// <summary>Whether the signal has its first value.</summary>
    public bool IsReady => _signal.IsReady;

    /// <summary>EMA(fast) − EMA(slow), in price units; NaN until both are there.</summary>
    public double Line { get; private set; } = double.NaN;

    /// <summary>The average of the line, in price units; NaN until ready.</summary>
    public double Signal => _signal.Value;

    /// <summary>Line − signal, in price units; NaN until ready.</summary>
    public double Histogram => Line - Signal;

    /// <summary>Takes the next close.</summary>
    /// <param name="close">The price.</param>
    /// <returns>The new <see cref="Histogram"/>.</returns>
    public double Update(double close)
    {
        Line = _fast.Update(close) - _slow.Update(close);
        return double.IsNaN(Line) ? double.NaN : Line - _signal.Update(Line);
    }
}
