using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Bars.Quality;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>What is wrong with a series is named, and what is right is not.</summary>
public class QualityTests
{
    private static readonly Bar[] Walk = Walks.Of(1, 300);

    [Fact]
    public void CleanSeries_HasNoFindings() => Assert.Empty(Check(Walk).Findings);

    [Fact]
    public void MissingSessions_AreNamed_AndHolidaysAreNot()
    {
        var report = Check([.. Walk[..50], .. Walk[51..100], .. Walk[103..]]);

        Assert.Equal([(50, 50), (100, 102)], report.Of(QualityKind.MissingSessions).Select(one => (At(one.From), At(one.To))));
        Assert.Equal(2, report.Findings.Count);
    }

    [Fact]
    public void LongGap_MeansAnEarlierInstrument()
    {
        var finding = Assert.Single(Check([.. Walk[..50], .. Walk[150..]]).Findings);

        Assert.Equal((QualityKind.EarlierInstrument, 0, 49), (finding.Kind, At(finding.From), At(finding.To)));
        Assert.Contains("100 sessions are missing", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "2 for 1")]
    [InlineData(0.1, "10 for 1")]
    [InlineData(0.6666667, "3 for 2")]
    [InlineData(8, "1 for 8")]
    public void UnadjustedSplit_IsNamed_WithItsRatio(double step, string ratio)
    {
        var split = Walk.Select((bar, i) => i < 100 ? bar : bar.Scaled(step, 1 / step)).ToArray();
        var finding = Assert.Single(Check(split).Findings);

        Assert.Equal((QualityKind.UnnamedSplit, 100), (finding.Kind, At(finding.From)));
        Assert.Contains(ratio, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_ThatFactorsName_IsNoWrong_AndIsSaidSo()
    {
        var factors = new PriceFactors([new(Date(99), 1, 0.5, 1), new(new(2050, 12, 31), 1, 1, 0)]);
        var split = Walk.Select((bar, i) => i < 100 ? bar : bar.Scaled(0.5, 2)).ToArray();

        Assert.Equal([QualityKind.Split], Check(split, factors).Findings.Select(one => one.Kind));
        Assert.Equal([QualityKind.MissingSplit], Check(Walk, factors).Findings.Select(one => one.Kind));
    }

    [Fact]
    public void Spike_IsNamed_AndALastingMoveIsNot()
    {
        var spiked = Walk.ToArray();
        spiked[100] = spiked[100] with { Close = spiked[100].Close * 1.6, High = spiked[100].High * 1.7 };
        var moved = Walk.Select((bar, i) => i < 100 ? bar : bar.Scaled(1.25, 1)).ToArray();

        Assert.Equal([QualityKind.Spike], Check(spiked).Findings.Select(one => one.Kind).Distinct().Where(kind => kind == QualityKind.Spike));
        Assert.DoesNotContain(Check(moved).Findings, one => one.Kind == QualityKind.Spike);
    }

    [Fact]
    public void Jump_IsNamed()
    {
        var moved = Walk.Select((bar, i) => i < 100 ? bar : bar.Scaled(0.57, 1)).ToArray();

        Assert.Equal([QualityKind.Jump], Check(moved).Findings.Select(one => one.Kind));
    }

    [Fact]
    public void FrozenPrices_AreNamed()
    {
        var frozen = Walk.Select((bar, i) => i is >= 100 and < 105
            ? Walk[100] with { StartTicks = bar.StartTicks, EndTicks = bar.EndTicks } : bar).ToArray();

        Assert.Equal((QualityKind.Frozen, 100, 104), Check(frozen).Of(QualityKind.Frozen).Select(one => (one.Kind, At(one.From), At(one.To))).Single());
    }

    [Theory]
    // minutes after the close of the session that follows the last bar, sessions behind
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public void StaleSeries_IsNamed_AsSoonAsASessionIsComplete(int minutes, int behind)
    {
        var next = Exchange.Xnys.NextSession(Date(299))!.Session!.Close;
        var report = QualityCheck.Of(
            new(Series(Walk), [], []), PriceFactors.None, Exchange.Xnys, next.AddMinutes(minutes));

        Assert.Equal(behind, report.Findings.Count(one => one.Kind == QualityKind.Stale));
    }

    [Fact]
    public void KeptOutBars_AreInTheReport()
    {
        var reading = BarCsv.Read(
            "X.csv", "date,open,high,low,close,volume\n2020-11-25,1,1,1,1,5\n2020-11-27,0,1,1,1,5\n2020-11-28,1,1,1,1,1\n",
            new("X", BarInterval.Day, Adjustment.Raw, "test"), Exchange.Xnys);
        var report = QualityCheck.Of(reading, PriceFactors.None, Exchange.Xnys, Exchange.Close("2020-11-27"));

        Assert.Equal(["2020-11-27", "2020-11-28"], report.Of(QualityKind.KeptOut).Select(one => one.From.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void RealBars_AppleSplitFourTimes()
    {
        var report = Real("AAPL");

        Assert.Equal(
            ["2000-06-21 2 for 1", "2005-02-28 2 for 1", "2014-06-09 7 for 1", "2020-08-31 4 for 1"],
            report.Of(QualityKind.Split).Select(one => $"{one.From:yyyy-MM-dd} {one.Text.Split(':')[0][11..]}"));
        Assert.Equal(["2000-09-29"], report.Of(QualityKind.Jump).Select(one => one.From.ToString("yyyy-MM-dd")));
        Assert.Empty(report.Of(QualityKind.UnnamedSplit));
        Assert.Empty(report.Of(QualityKind.MissingSplit));
    }

    [Theory]
    [InlineData("USO", "1998-12-30", "2006-04-10", true)]
    [InlineData("FB", "2003-03-28", "2012-05-18", true)]
    [InlineData("WM", "2008-09-26", "2009-08-05", false)]
    public void RealBars_ShowTheEarlierInstrumentOfASymbol(string symbol, string last, string first, bool factors)
    {
        var finding = Assert.Single(Real(symbol).Of(QualityKind.EarlierInstrument));

        Assert.Equal(Days.Date(last), finding.To);
        Assert.Contains(first, finding.Text, StringComparison.Ordinal);
        Assert.Equal(factors, finding.Text.Contains("The factors begin there too", StringComparison.Ordinal));
    }

    [Fact]
    public void RealBars_OfUso_HaveGapsAndAReverseSplit()
    {
        var report = Real("USO");

        Assert.Contains(report.Of(QualityKind.MissingSessions), one => one.From == Days.Date("1998-09-01") && one.To == Days.Date("1998-11-11"));
        Assert.Equal("2020-04-29", Assert.Single(report.Of(QualityKind.Split)).From.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void RealBars_OfSpy_AreNearlyClean() =>
        Assert.InRange(Real("SPY").Findings.Count(one => one.Kind != QualityKind.MissingSessions), 0, 2);

    private static QualityReport Real(string symbol)
    {
        var reading = RealBars.Daily(symbol);
        return QualityCheck.Of(reading, RealBars.Factors(symbol), Exchange.Xnys, reading.Series![^1].End);
    }

    private static QualityReport Check(Bar[] bars, PriceFactors? factors = null) =>
        QualityCheck.Of(new(Series(bars), [], []), factors ?? PriceFactors.None, Exchange.Xnys, bars[^1].End);

    private static BarSeries Series(Bar[] bars) => new(new("WALK", BarInterval.Day, Adjustment.Raw, "walk"), bars);

    private static DateOnly Date(int bar) => DateOnly.FromDateTime(Walk[bar].Start.UtcDateTime);

    private static int At(DateOnly date) => Array.FindIndex(Walk, bar => DateOnly.FromDateTime(bar.Start.UtcDateTime) == date);
}
