using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Bars.Quality;
using Kobe.Desk.Bars.Synthetic;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>What is wrong with minutes is named: an ordinary Wednesday, an early close and the Monday after it.</summary>
public class MinuteQualityTests
{
    private static readonly Bar[] Days = [.. Of("2026-11-25"), .. Of("2026-11-27"), .. Of("2026-11-30")];

    // 390 minutes, 210, 390.
    private const int Friday = 390;
    private const int Monday = 600;

    [Fact]
    public void CleanMinutes_HaveNoFindings()
    {
        Assert.Equal(990, Days.Length);
        Assert.Empty(Check(Days).Findings);
    }

    [Fact]
    public void MissingMinutes_AreNamed_WithTheirStretches()
    {
        var finding = Assert.Single(Check([.. Days[..30], .. Days[31..60], .. Days[72..]]).Findings);

        Assert.Equal((QualityKind.MissingBars, "2026-11-25"), (finding.Kind, $"{finding.From:yyyy-MM-dd}"));
        Assert.Equal("13 of 390 bars are missing, without a halt that is known: 10:00, 10:30 to 10:41.", finding.Text);
    }

    [Fact]
    public void MissingMinutes_OfAHalt_AreNone()
    {
        var open = Exchange.Open("2026-11-25");
        Bar[] halted = [.. Days[..60], .. Days[72..]];

        Assert.Empty(Check(halted, halts: [new(open.AddMinutes(60), open.AddMinutes(72))]).Findings);
        Assert.StartsWith(
            "2 of 390", Assert.Single(Check(halted, halts: [new(open.AddMinutes(61), open.AddMinutes(71))]).Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EndOfASession_IsMissed_AndAfterAnEarlyCloseNothingIs()
    {
        Assert.Equal("2026-11-27", $"{Assert.Single(Check([.. Days[..(Monday - 5)], .. Days[Monday..]]).Findings).From:yyyy-MM-dd}");
        Assert.Equal("2026-11-30", $"{Assert.Single(Check([.. Days[..Monday], .. Days[(Monday + 5)..]]).Findings).From:yyyy-MM-dd}");
    }

    [Fact]
    public void WholeSession_IsMissedAsASession()
    {
        var finding = Assert.Single(Check([.. Days[..Friday], .. Days[Monday..]]).Findings);

        Assert.Equal((QualityKind.MissingSessions, "2026-11-27"), (finding.Kind, $"{finding.From:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData(100, 1.05, 1.05, 1.0, "At 11:10 the close goes +5.1 % and comes back at once")]
    [InlineData(100, 1.0, 1.08, 1.0, "At 11:10 the high goes +8 % and nothing follows")]
    [InlineData(100, 1.0, 1.0, 0.9, "At 11:10 the low goes -10 % and nothing follows")]
    public void Outliers_AreNamed(int at, double close, double high, double low, string text)
    {
        var bars = Days.ToArray();
        var bar = bars[at];
        bars[at] = bar with { Close = bar.Close * close, High = bar.High * high, Low = bar.Low * low };

        var finding = Assert.Single(Check(bars).Findings);

        Assert.Equal(QualityKind.Spike, finding.Kind);
        Assert.StartsWith(text, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MoveThatStays_IsNoOutlier_AndASplitOvernightIsOne()
    {
        Assert.Empty(Check([.. Days.Select((bar, i) => i < 100 ? bar : bar.Scaled(1.05, 1))]).Findings);
        Assert.Equal(
            [QualityKind.UnnamedSplit], Check([.. Days.Select((bar, i) => i < Friday ? bar : bar.Scaled(0.5, 2))]).Findings.Select(one => one.Kind));
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    public void FrozenMinutes_AreNamed(int count, int findings)
    {
        var bars = Days.Select((bar, i) => i >= 100 && i < 100 + count
            ? Days[100] with { StartTicks = bar.StartTicks, EndTicks = bar.EndTicks } : bar).ToArray();

        Assert.Equal(findings, Check(bars).Of(QualityKind.Frozen).Count());
        Assert.Equal(findings, Check(bars).Findings.Count);
    }

    [Theory]
    // minutes of Monday that are there, minutes after the open, bars behind
    [InlineData(100, 102, 0)]
    [InlineData(100, 103, 3)]
    [InlineData(100, 500, 290)]
    [InlineData(390, 500, 0)]
    public void StaleMinutes_AreNamed_WhileTheSessionIsOn(int there, int minutes, int behind)
    {
        var now = Exchange.Open("2026-11-30").AddMinutes(minutes);
        var stale = Check(Days[..(Monday + there)], now: now).Of(QualityKind.Stale).ToArray();

        Assert.Equal(behind > 0 ? 1 : 0, stale.Length);
        Assert.All(stale, finding => Assert.Contains($", {behind} bars behind", finding.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void SecondBarOfAMinute_AndOneWithoutASession_AreKeptOut_AndNamed()
    {
        var reading = BarCsv.Read(
            "X.csv",
            "date,open,high,low,close,volume\n2026-11-25 09:30,1,1,1,1,5\n2026-11-25 09:30,2,2,2,2,5\n2026-11-25 09:31,1,1,1,1,5\n2026-11-26 09:31,1,1,1,1,5\n",
            new("X", BarInterval.Minute, Adjustment.Raw, "test"), Exchange.Xnys);
        var report = QualityCheck.Of(reading, PriceFactors.None, Exchange.Xnys, reading.Series![^1].End);

        Assert.Equal(["2026-11-25", "2026-11-26"], report.Findings.Select(one => $"{one.From:yyyy-MM-dd}"));
        Assert.All(report.Findings, one => Assert.Equal(QualityKind.KeptOut, one.Kind));
    }

    [Fact]
    public void FiveMinutes_AreCountedByTheirOwnGrid()
    {
        var fives = Days.Chunk(5).Select(five => five[0] with
        {
            EndTicks = five[^1].EndTicks, High = five.Max(one => one.High), Low = five.Min(one => one.Low), Close = five[^1].Close,
        }).ToArray();
        var report = Check([.. fives[..10], .. fives[12..]], BarInterval.OfMinutes(5));

        Assert.Equal("2 of 78 bars are missing, without a halt that is known: 10:20 to 10:25.", Assert.Single(report.Findings).Text);
    }

    [Fact]
    public void MadeUpMinutes_MissOnlyWhatWasHalted()
    {
        var market = new SyntheticMarket(Exchange.Xnys, new() { From = new(2020, 1, 2), To = new(2020, 3, 31), HaltedMinutes = 0 });
        var series = market.Minutes("ACME", new(2020, 2, 3), new(2020, 2, 14));

        Assert.Equal(10 * 390, series.Count);
        Assert.Empty(QualityCheck.Of(new(series, [], []), market.Factors("ACME"), Exchange.Xnys, series[^1].End).Of(QualityKind.MissingBars));
    }

    private static QualityReport Check(
        Bar[] bars, BarInterval? interval = null, DateTimeOffset? now = null, IReadOnlyList<TradingHalt>? halts = null) =>
        QualityCheck.Of(
            new(new BarSeries(new("WALK", interval ?? BarInterval.Minute, Adjustment.Raw, "made by the test"), bars), [], []),
            PriceFactors.None, Exchange.Xnys, now ?? bars[^1].End, halts);

    // A quiet walk around 100, the same on each run.
    private static IEnumerable<Bar> Of(string date)
    {
        var (open, close) = (Exchange.Open(date), Exchange.Close(date));
        var price = 100.0;
        for (var (at, i) = (open, 0); at < close; at = at.AddMinutes(1), i++)
        {
            var next = 100 + (0.2 * Math.Sin(i * 0.7));
            yield return new Bar(at, at.AddMinutes(1), price, Math.Max(price, next), Math.Min(price, next), next, 1_000 + i);
            price = next;
        }
    }
}
