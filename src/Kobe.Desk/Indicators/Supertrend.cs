using Kobe.Desk.Bars;

namespace Kobe.Desk.Indicators;

/// <summary>Supertrend: a stop line some true ranges away that follows the price and never steps back.</summary>
/// <remarks>
/// Olivier Seban's indicator as charting programs have it. Bands lie at (high + low) / 2 ± factor × ATR; while the
/// close stays on its side a band only tightens; the trend turns when the close passes the band of the other side. It
/// begins as a rise.
/// </remarks>
/// <param name="period">The period of the average true range.</param>
/// <param name="factor">How many average true ranges.</param>
public sealed class Supertrend(int period = 10, double factor = 3)
{
    private readonly Atr _atr = new(period);
    private double _upper = double.NaN;
    private double _lower = double.NaN;
    private double _close = double.NaN;

    /// <summary>Whether the average true range is ready.</summary>
    public bool IsReady => _atr.IsReady;

    /// <summary>Whether the trend is up; meaningful when ready.</summary>
    public bool IsRise { get; private set; } = true;

    /// <summary>The line: below the price in a rise, above it in a fall; NaN until ready.</summary>
    public double Value => IsRise ? _lower : _upper;

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(in Bar bar)
    {
        var distance = factor * _atr.Update(bar);
        if (!_atr.IsReady)
        {
            _close = bar.Close;
            return Value;
        }

        // A band may step away only after the close before had passed it. Comparisons with NaN are false.
        var middle = (bar.High + bar.Low) / 2;
        var (upper, lower) = (middle + distance, middle - distance);
        _upper = upper > _upper && _close <= _upper ? _upper : upper;
        _lower = lower < _lower && _close >= _lower ? _lower : lower;
        IsRise = IsRise ? !(bar.Close < _lower) : bar.Close > _upper;
        _close = bar.Close;
        return Value;
    }
}
