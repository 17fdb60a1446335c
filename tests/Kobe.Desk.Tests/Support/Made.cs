using Kobe.Desk.Bars;

namespace Kobe.Desk.Tests.Support;

/// <summary>Series of a few bars that a test writes down: open, high, low, close, one a session day of 2020.</summary>
internal static class Made
{
    public static BarSeries Series(params (double Open, double High, double Low, double Close)[] bars) => Of("MADE", 1e6, bars);

    public static BarSeries Of(string symbol, double volume, params (double Open, double High, double Low, double Close)[] bars)
    {
        var day = Exchange.Xnys.On(new(2020, 1, 2));
        var made = new Bar[bars.Length];
        for (var i = 0; i < bars.Length; i++)
        {
            var (open, high, low, close) = bars[i];
            made[i] = new(day.Session!.Open, day.Session.Close, open, high, low, close, volume);
            day = Exchange.Xnys.NextSession(day.Date)!;
        }

        return new(new(symbol, BarInterval.Day, Adjustment.Raw, "made by the test"), made);
    }
}
