using System.Diagnostics;
using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;

namespace Kobe.Benchmarks.Figures;

/// <summary>One update of an indicator: each of them by itself, the slowest one counts.</summary>
internal static class IndicatorTime
{
    private const int Bars = 1_000_000;

    private static readonly Func<Bar[], double>[] All =
    [
        bars => Run(bars, new Sma(20), (Sma one, in Bar bar) => one.Update(bar.Close)),
        bars => Run(bars, new Ema(20), (Ema one, in Bar bar) => one.Update(bar.Close)),
        bars => Run(bars, new Rsi(), (Rsi one, in Bar bar) => one.Update(bar.Close)),
        bars => Run(bars, new Atr(), (Atr one, in Bar bar) => one.Update(bar)),
        bars => Run(bars, new Adx(), (Adx one, in Bar bar) => one.Update(bar)),
        bars => Run(bars, new Macd(), (Macd one, in Bar bar) => one.Update(bar.Close)),
        bars => Run(bars, new Bollinger(), (Bollinger one, in Bar bar) => one.Update(bar.Close)),
        bars => Run(bars, new Donchian(), (Donchian one, in Bar bar) => one.Update(bar)),
        bars => Run(bars, new Vwap(), (Vwap one, in Bar bar) => one.Update(bar)),
        bars => Run(bars, new Supertrend(), (Supertrend one, in Bar bar) => one.Update(bar)),
        bars => Run(bars, new RealizedVolatility(), (RealizedVolatility one, in Bar bar) => one.Update(bar.Close)),
        bars => Run(bars, new RollingPair(60), (RollingPair one, in Bar bar) => { one.Update(bar.Open, bar.Close); return 0; }),
        bars => Run(bars, new Breadth(1), (Breadth one, in Bar bar) => { one.Update(0, bar.Close); return 0; }),
    ];

    private delegate double Updating<T>(T indicator, in Bar bar);

    public static Figure Slowest { get; } = new("an update of the slowest indicator", "ns", Limit: 30, _ => ReadTime());

    public static Figure Memory { get; } = new("memory for 13,000,000 updates", "bytes", Limit: 0, _ => ReadMemory());

    private static Reading ReadTime()
    {
        var bars = MadeBars.Series(1, Bars, "MADE", TimeSpan.FromMinutes(1)).All.ToArray();
        foreach (var one in All)
        {
            one(bars);
        }

        return All.Select(one => Reading.Of(() => one(bars))).MaxBy(reading => reading.Median);
    }

    // The indicators themselves are made before, and are all that is allocated.
    private static Reading ReadMemory()
    {
        var bars = MadeBars.Series(1, Bars, "MADE", TimeSpan.FromMinutes(1)).All.ToArray();
        var (sma, ema, rsi, atr, adx, macd) = (new Sma(20), new Ema(20), new Rsi(), new Atr(), new Adx(), new Macd());
        var (bands, channel, vwap, trend) = (new Bollinger(), new Donchian(), new Vwap(), new Supertrend());
        var (volatility, pair, breadth) = (new RealizedVolatility(), new RollingPair(60), new Breadth(1));
        return Reading.Of(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (ref readonly var bar in bars.AsSpan())
            {
                sma.Update(bar.Close);
                ema.Update(bar.Close);
                rsi.Update(bar.Close);
                atr.Update(bar);
                adx.Update(bar);
                macd.Update(bar.Close);
                bands.Update(bar.Close);
                channel.Update(bar);
                vwap.Update(bar);
                trend.Update(bar);
                volatility.Update(bar.Close);
                pair.Update(bar.Open, bar.Close);
                breadth.Update(0, bar.Close);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    private static double Run<T>(Bar[] bars, T indicator, Updating<T> update)
    {
        var (start, sum) = (Stopwatch.GetTimestamp(), 0.0);
        foreach (ref readonly var bar in bars.AsSpan())
        {
            sum += update(indicator, bar);
        }

        return sum == -1 ? double.NaN : Stopwatch.GetElapsedTime(start).TotalNanoseconds / bars.Length;
    }
}
