using Kobe.Desk.Studies;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>The dates of one symbol, with running sums, so that a mean over any span takes two looks.</summary>
internal sealed class SymbolDays
{
    private readonly PricePanel _panel;
    private readonly double[] _closes;
    private readonly double[] _volumes;
    private readonly double[] _ranges;
    private readonly double[] _squares;

    public SymbolDays(PricePanel panel, int symbol)
    {
        (_panel, Symbol) = (panel, symbol);
        var (high, low, close, volume) =
            (panel.High[symbol], panel.Low[symbol], panel.Close[symbol], panel.Volume[symbol]);
        _closes = Sums(panel.Days, day => close[day]);
        _volumes = Sums(panel.Days, day => volume[day]);
        _ranges = Sums(panel.Days, day => (high[day] - low[day]) / close[day]);
        _squares = Sums(panel.Days, day => panel.Return(symbol, day) is var change ? change * change : 0);
    }

    /// <summary>The symbol's place in the panel.</summary>
    public int Symbol { get; }

    /// <summary>Its prices.</summary>
    public PricePanel Panel => _panel;

    /// <summary>The mean close of the sessions up to a date.</summary>
    public double Close(int day, int sessions) => Mean(_closes, day, sessions);

    /// <summary>The mean volume of the sessions before a date.</summary>
    public double Volume(int day, int sessions) => Mean(_volumes, day - 1, sessions);

    /// <summary>The mean range, as a share of the close, of the sessions before a date.</summary>
    public double Range(int day, int sessions) => Mean(_ranges, day - 1, sessions);

    /// <summary>The root of the mean square of the returns of the sessions before a date.</summary>
    public double Volatility(int day, int sessions) => Math.Sqrt(Mean(_squares, day - 1, sessions));

    private static double Mean(double[] sums, int day, int sessions) =>
        day - sessions >= -1 && day >= 0 ? (sums[day + 1] - sums[day + 1 - sessions]) / sessions : double.NaN;

    // A missing number makes every later mean over it wrong: it counts as nothing, and is rare.
    private static double[] Sums(int days, Func<int, double> value)
    {
        var sums = new double[days + 1];
        for (var day = 0; day < days; day++)
        {
            sums[day + 1] = sums[day] + (value(day) is var one && double.IsFinite(one) ? one : 0);
        }

        return sums;
    }
}
