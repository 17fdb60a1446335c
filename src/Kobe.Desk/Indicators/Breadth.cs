namespace Kobe.Desk.Indicators;

/// <summary>How many of a set of symbols rise, and how many stand above their own moving average.</summary>
/// <remarks>
/// The advance/decline line is the running sum of advances − declines (Leonard Ayres, 1926). A symbol that has no close
/// on a date counts on neither side.
/// </remarks>
public sealed class Breadth
{
    private readonly Sma[] _averages;
    private readonly double[] _closes;
    private int _advances;
    private int _declines;
    private int _above;
    private int _measured;

    /// <summary>Breadth of so many symbols.</summary>
    /// <param name="symbols">How many, 1 or more.</param>
    /// <param name="period">The period of their moving averages; 50 and 200 are usual.</param>
    public Breadth(int symbols, int period = 50)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        _averages = [.. Enumerable.Range(0, symbols).Select(_ => new Sma(period))];
        _closes = new double[symbols];
        Array.Fill(_closes, double.NaN);
    }

    /// <summary>Symbols that closed above their close before, on the last date that was ended.</summary>
    public int Advances { get; private set; }

    /// <summary>Symbols that closed below their close before, on the last date that was ended.</summary>
    public int Declines { get; private set; }

    /// <summary>The sum of advances − declines over all dates.</summary>
    public long Line { get; private set; }

    /// <summary>The share of symbols above their moving average, 0 to 1, of those that have one; NaN when none has.
    /// </summary>
    public double AboveAverage { get; private set; } = double.NaN;

    /// <summary>Takes a symbol's close of the current date.</summary>
    /// <param name="symbol">0 to below the number of symbols.</param>
    /// <param name="close">The price.</param>
    public void Update(int symbol, double close)
    {
        ref var last = ref _closes[symbol];
        if (close > last)
        {
            _advances++;
        }
        else if (close < last)
        {
            _declines++;
        }

        last = close;
        var average = _averages[symbol].Update(close);
        if (!double.IsNaN(average))
        {
            _measured++;
            if (close > average)
            {
                _above++;
            }
        }
    }

    /// <summary>Ends the date: what came since the last call becomes its breadth.</summary>
    public void EndDate()
    {
        (Advances, Declines) = (_advances, _declines);
        Line += Advances - Declines;
        AboveAverage = _measured > 0 ? (double)_above / _measured : double.NaN;
        (_advances, _declines, _above, _measured) = (0, 0, 0, 0);
    }
}
