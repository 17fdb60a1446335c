using Kobe.Desk.Bars;
using Kobe.Desk.Indicators;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Indicators;

/// <summary>
/// Each indicator, one update a bar, agrees with the same thing computed from all bars at once, on every bar; and is not
/// ready a bar too early or too late.
/// </summary>
public class IndicatorTests
{
    private const int Bars = 400;

    public static TheoryData<int, int> SeedsAndPeriods => new() { { 1, 1 }, { 2, 2 }, { 3, 5 }, { 4, 14 }, { 5, 50 }, { 6, 200 } };

    [Theory]
    [MemberData(nameof(SeedsAndPeriods))]
    public void Sma_Agrees(int seed, int n)
    {
        var sma = new Sma(n);
        Compare(seed, bar => sma.Update(bar.Close), (bars, at) => Naive.Sma(Closes(bars), at, n), () => sma.IsReady);
    }

    [Theory]
    [MemberData(nameof(SeedsAndPeriods))]
    public void Ema_Agrees(int seed, int n)
    {
        var ema = new Ema(n);
        Compare(seed, bar => ema.Update(bar.Close), (bars, at) => Naive.Ema(Closes(bars), at, n), () => ema.IsReady);
    }

    [Theory]
    [MemberData(nameof(SeedsAndPeriods))]
    public void Rsi_Agrees(int seed, int n)
    {
        var rsi = new Rsi(n);
        Compare(seed, bar => rsi.Update(bar.Close), (bars, at) => Naive.Rsi(Closes(bars), at, n), () => rsi.IsReady);
    }

    [Theory]
    [MemberData(nameof(SeedsAndPeriods))]
    public void Atr_Agrees(int seed, int n)
    {
        var atr = new Atr(n);
        Compare(seed, bar => atr.Update(bar), (bars, at) => Naive.Atr(bars, at, n), () => atr.IsReady);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 14)]
    public void Adx_Agrees(int seed, int n)
    {
        var adx = new Adx(n);
        Compare(seed, bar => adx.Update(bar), (bars, at) => Naive.Adx(bars, at, n), () => adx.IsReady, bars: 150);
    }

    [Theory]
    [InlineData(1, 12, 26, 9)]
    [InlineData(2, 3, 5, 2)]
    public void Macd_Agrees(int seed, int fast, int slow, int signal)
    {
        var macd = new Macd(fast, slow, signal);
        Compare(
            seed, bar => macd.Update(bar.Close), (bars, at) => Naive.MacdHistogram(Closes(bars), at, fast, slow, signal),
            () => macd.IsReady, bars: 150);
    }

    [Theory]
    [MemberData(nameof(SeedsAndPeriods))]
    public void Bollinger_Agrees(int seed, int n)
    {
        var bands = new Bollinger(n, 2.5);
        Compare(
            seed,
            bar => bands.Update(bar.Close) + bands.Upper - bands.Middle,
            (bars, at) => Naive.Sma(Closes(bars), at, n) + (2.5 * Naive.Deviation(Closes(bars), at, n)),
            () => bands.IsReady, digits: n == 1 ? 6 : 9);
    }

    [Theory]
    [MemberData(nameof(SeedsAndPeriods))]
    public void Donchian_Agrees(int seed, int n)
    {
        var channel = new Donchian(n);
        Compare(
            seed,
            bar => channel.Update(bar) - channel.Lower,
            (bars, at) => at + 1 < n ? double.NaN
                : bars[(at - n + 1)..(at + 1)].Max(bar => bar.High) - bars[(at - n + 1)..(at + 1)].Min(bar => bar.Low),
            () => channel.IsReady);
    }

    [Theory]
    [InlineData(1, 10, 3)]
    [InlineData(2, 5, 1)]
    [InlineData(3, 7, 2)]
    public void Supertrend_Agrees(int seed, int n, double factor)
    {
        var trend = new Supertrend(n, factor);
        var turns = 0;
        Compare(
            seed,
            bar =>
            {
                var before = trend.IsRise;
                var line = trend.Update(bar);
                turns += before == trend.IsRise ? 0 : 1;
                return line;
            },
            (bars, at) => Naive.Supertrend(bars, at, n, factor).Line,
            () => trend.IsReady, bars: 150);

        Assert.True(turns > 1, $"{turns} turns: the walk shows nothing.");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 20)]
    [InlineData(3, 100)]
    public void RealizedVolatility_Agrees(int seed, int n)
    {
        var volatility = new RealizedVolatility(n);
        Compare(
            seed, bar => volatility.Update(bar.Close), (bars, at) => Naive.Volatility(Closes(bars), at, n),
            () => volatility.IsReady);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 20)]
    [InlineData(3, 100)]
    public void RollingPair_Agrees(int seed, int n)
    {
        var pair = new RollingPair(n);
        Compare(
            seed,
            bar =>
            {
                pair.Update(bar.Close, bar.Open);
                return pair.Correlation + pair.Beta;
            },
            (bars, at) =>
            {
                var (correlation, beta) = Naive.Pair(Closes(bars), [.. bars.Select(bar => bar.Open)], at, n);
                return correlation + beta;
            },
            () => pair.IsReady, digits: n == 2 ? 6 : 9);
    }

    [Fact]
    public void Vwap_BeginsAnewEveryTradingDay_AlsoAfterAnEveningPastMidnightUtc()
    {
        var vwap = new Vwap();
        var close = Days.Instant("2020-01-06T21:00Z");
        Bar At(DateTimeOffset start, double price, double volume) =>
            new(start, start.AddMinutes(1), price, price, price, price, volume);

        Assert.True(double.IsNaN(vwap.Update(At(close, 10, 0))));
        Assert.Equal(10, vwap.Update(At(close.AddMinutes(1), 10, 100)));
        Assert.Equal(17.5, vwap.Update(At(close.AddHours(3.5), 20, 300)));
        Assert.Equal(5, vwap.Update(At(close.AddHours(12), 5, 10)));
    }

    [Fact]
    public void Breadth_CountsRisesFallsAndThoseAboveTheirAverage()
    {
        var breadth = new Breadth(3, 2);
        foreach (var closes in new double[][] { [1, 1, 1], [2, 0.5, 1], [3, 0.25, double.NaN] })
        {
            for (var symbol = 0; symbol < closes.Length; symbol++)
            {
                if (!double.IsNaN(closes[symbol]))
                {
                    breadth.Update(symbol, closes[symbol]);
                }
            }

            breadth.EndDate();
        }

        Assert.Equal((1, 1, 0L, 0.5), (breadth.Advances, breadth.Declines, breadth.Line, breadth.AboveAverage));
    }

    [Fact]
    public void Rsi_GivesTheValuesOfThePublishedExample()
    {
        // StockCharts ChartSchool, "Relative Strength Index", its spreadsheet of 14 periods.
        double[] closes =
        [
            44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
            45.6140, 46.2820, 46.2820, 46.0028, 46.0328,
        ];
        var rsi = new Rsi();
        var values = closes.Select(rsi.Update).ToArray();

        Assert.Equal([70.53, 66.32, 66.55], values[14..].Select(value => Math.Round(value, 2)));
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, 100)]
    [InlineData(new double[] { 4, 3, 2, 1 }, 0)]
    [InlineData(new double[] { 2, 2, 2, 2 }, 50)]
    public void Rsi_HasAValue_WhereOneSideIsMissing(double[] closes, double value)
    {
        var rsi = new Rsi(3);

        Assert.Equal(value, closes.Select(rsi.Update).ToArray()[^1]);
    }

    [Fact]
    public void Rounding_DoesNotPileUp_OverAMillionValues()
    {
        var (sma, bands, pair, random) = (new Sma(20), new Bollinger(20), new RollingPair(20), new Random(7));
        var last = new double[20];
        for (var i = 0; i < 1_000_000; i++)
        {
            // A price of a million that moves by cents, after a spike that a running sum would never forget.
            var price = i == 1000 ? 1e12 : 1e6 + random.NextDouble();
            sma.Update(price);
            bands.Update(price);
            pair.Update(price, 2 * price);
            last[i % 20] = price;
        }

        Assert.Equal(Naive.Mean(last), sma.Value, 1e-8);
        Assert.Equal(Math.Sqrt(Naive.Scatter(last) / 20), bands.Deviation, 1e-6);
        Assert.Equal(2, pair.Beta, 1e-6);
    }

    [Fact]
    public void Updates_AllocateNothing()
    {
        var bars = Walks.Of(1, 2_000);
        var all = Everything();
        Feed(all, bars);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(all, bars);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static (Sma, Ema, Rsi, Atr, Adx, Macd, Bollinger, Donchian, Vwap, Supertrend, RealizedVolatility, RollingPair, Breadth) Everything() =>
        (new(20), new(20), new(), new(), new(), new(), new(), new(), new(), new(), new(), new(60), new(1));

    private static void Feed(
        (Sma Sma, Ema Ema, Rsi Rsi, Atr Atr, Adx Adx, Macd Macd, Bollinger Bands, Donchian Channel, Vwap Vwap, Supertrend Trend,
            RealizedVolatility Volatility, RollingPair Pair, Breadth Breadth) all, Bar[] bars)
    {
        foreach (ref readonly var bar in bars.AsSpan())
        {
            all.Sma.Update(bar.Close);
            all.Ema.Update(bar.Close);
            all.Rsi.Update(bar.Close);
            all.Atr.Update(bar);
            all.Adx.Update(bar);
            all.Macd.Update(bar.Close);
            all.Bands.Update(bar.Close);
            all.Channel.Update(bar);
            all.Vwap.Update(bar);
            all.Trend.Update(bar);
            all.Volatility.Update(bar.Close);
            all.Pair.Update(bar.Open, bar.Close);
            all.Breadth.Update(0, bar.Close);
            all.Breadth.EndDate();
        }
    }

    private static double[] Closes(Bar[] bars) => [.. bars.Select(bar => bar.Close)];

    private static void Compare(
        int seed, Func<Bar, double> update, Func<Bar[], int, double> naive, Func<bool> isReady, int bars = Bars, int digits = 9)
    {
        var walk = Walks.Of(seed, bars);
        for (var i = 0; i < bars; i++)
        {
            var (value, expected) = (update(walk[i]), naive(walk, i));
            Assert.Equal(!double.IsNaN(expected), isReady());
            var isNear = Math.Abs(expected - value) <= Math.Pow(10, -digits) * Math.Max(1, Math.Abs(expected));
            Assert.True(isNear || double.IsNaN(expected), $"Bar {i}: {value} where {expected} is right.");
        }
    }
}
