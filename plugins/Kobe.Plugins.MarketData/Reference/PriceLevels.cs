using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Prices that people look at, from the last complete sessions.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="High">Yesterday's high.</param>
/// <param name="Low">Yesterday's low.</param>
/// <param name="Close">Yesterday's close.</param>
/// <param name="Pivot">(high + low + close) / 3, the floor traders' pivot.</param>
/// <param name="Resistance">2 · pivot − low.</param>
/// <param name="Support">2 · pivot − high.</param>
/// <param name="Highest">The highest price of the sessions.</param>
/// <param name="Lowest">The lowest price of the sessions.</param>
/// <param name="Range">The average true range of 14 sessions; null with fewer.</param>
internal sealed record PriceLevels(
    string Symbol, double High, double Low, double Close, double Pivot, double Resistance, double Support,
    double Highest, double Lowest, double? Range)
{
    private const int RangeSessions = 14;

    /// <summary>Computes them from bars that are comparable with today's prices; null without a bar.</summary>
    public static PriceLevels? Of(string symbol, ReadOnlySpan<Bar> bars, int sessions)
    {
        if (bars.IsEmpty)
        {
            return null;
        }

        var (highest, lowest) = (double.MinValue, double.MaxValue);
        foreach (ref readonly var bar in bars[Math.Max(0, bars.Length - sessions)..])
        {
            (highest, lowest) = (Math.Max(highest, bar.High), Math.Min(lowest, bar.Low));
        }

        var range = new Atr(RangeSessions);
        foreach (ref readonly var bar in bars)
        {
            range.Update(bar);
        }

        var last = bars[^1];
        var pivot = last.Typical;
        return new(
            symbol, Cents(last.High), Cents(last.Low), Cents(last.Close), Cents(pivot), Cents((2 * pivot) - last.Low),
            Cents((2 * pivot) - last.High), Cents(highest), Cents(lowest), range.IsReady ? Cents(range.Value) : null);
    }

    private static double Cents(double price) => Math.Round(price, 4);
}
