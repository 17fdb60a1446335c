using System.Diagnostics;
using Kobe.Desk.Backtests;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Store;
using Kobe.Desk.Strategies;

namespace Kobe.Benchmarks.Figures;

/// <summary>Playing bars to a strategy, beside the same arithmetic in a bare loop; and scanning a whole market.</summary>
internal static class BacktestTime
{
    private const int Bars = 5_000_000;
    private const int Fast = 20;
    private const int Slow = 50;

    // 800 symbols and five years of days.
    private const int Symbols = 800;
    private const int Days = 5 * 252;

    /// <summary>At least ten million bars a second.</summary>
    public static Figure Engine { get; } = new("a bar of a backtest, SMA cross", "ns", Limit: 100, _ => ReadEngine());

    /// <summary>What the arithmetic alone takes; for comparison.</summary>
    public static Figure BareLoop { get; } = new("the same bar in a bare loop", "ns", Limit: 100, _ => ReadBareLoop());

    public static Figure Scan { get; } = new("800 symbols × 5 years from disk, one strategy", "s", Limit: 3, _ => ReadScan());

    private static Reading ReadEngine()
    {
        var series = MadeBars.Series(1, Bars, "MADE", TimeSpan.FromMinutes(1));
        var settings = new BacktestSettings { Sizing = Sizing.AllIn, Costs = TradingCosts.None };
        Play();
        return Reading.Of(Play);

        double Play()
        {
            var start = Stopwatch.GetTimestamp();
            var result = Backtest.Run(series, new SmaCross(Fast, Slow), settings);
            return result.Trades.Count > 0 ? Stopwatch.GetElapsedTime(start).TotalNanoseconds / Bars : double.NaN;
        }
    }

    private static Reading ReadBareLoop()
    {
        var bars = MadeBars.Series(1, Bars, "MADE", TimeSpan.FromMinutes(1)).All.ToArray();
        var (opens, closes) = (Array.ConvertAll(bars, bar => bar.Open), Array.ConvertAll(bars, bar => bar.Close));
        Loop();
        return Reading.Of(Loop);

        double Loop()
        {
            var start = Stopwatch.GetTimestamp();
            var (cash, shares, fast, slow, wants) = (100_000.0, 0.0, 0.0, 0.0, 0);
            for (var i = 0; i < closes.Length; i++)
            {
                if (wants != 0)
                {
                    (cash, shares) = wants > 0 ? (0.0, cash / opens[i]) : (shares * opens[i], 0.0);
                    wants = 0;
                }

                fast += closes[i] - (i >= Fast ? closes[i - Fast] : 0);
                slow += closes[i] - (i >= Slow ? closes[i - Slow] : 0);
                if (i >= Slow)
                {
                    var isAbove = fast / Fast > slow / Slow;
                    wants = isAbove == shares > 0 ? 0 : isAbove ? 1 : -1;
                }
            }

            return cash + shares > 0 ? Stopwatch.GetElapsedTime(start).TotalNanoseconds / Bars : double.NaN;
        }
    }

    private static Reading ReadScan()
    {
        var folder = Directory.CreateTempSubdirectory("kobe-bench-").FullName;
        try
        {
            var store = new BarStore(folder, "crypto");
            for (var symbol = 0; symbol < Symbols; symbol++)
            {
                store.Append(MadeBars.Series(symbol, Days, $"S{symbol}", TimeSpan.FromDays(1)) is var made
                    ? new(made.Name with { Interval = BarInterval.Day }, made.All.ToArray()) : made);
            }

            Play();
            return Reading.Of(Play);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        double Play()
        {
            var start = Stopwatch.GetTimestamp();
            var store = new BarStore(folder, "crypto");
            var series = Enumerable.Range(0, Symbols).Select(symbol => store.Read(
                $"S{symbol}", BarInterval.Day, Adjustment.Raw, DateTimeOffset.MaxValue).Series!).ToArray();
            var result = Backtest.Run(series, _ => new TrendPullback(), new());
            return result.Trades.Count > 0 ? Stopwatch.GetElapsedTime(start).TotalSeconds : double.NaN;
        }
    }
}
