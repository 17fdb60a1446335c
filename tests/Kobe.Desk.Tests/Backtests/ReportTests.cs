using System.Xml.Linq;
using Kobe.Desk.Backtests;
using Kobe.Desk.Backtests.Measures;
using Kobe.Desk.Backtests.Reports;
using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Backtests;

/// <summary>What people read of a backtest.</summary>
public class ReportTests
{
    [Fact]
    public void Report_ReadsAsApproved() => Approved.Compare(Report(isSynthetic: true), "tests", "fixtures", "desk", "backtest.approved.txt");

    [Fact]
    public void MadeUpPrices_SaySo_InReportAndPicture()
    {
        Assert.StartsWith("SYNTHETIC PRICES", Report(isSynthetic: true), StringComparison.Ordinal);
        Assert.DoesNotContain("SYNTHETIC", Report(isSynthetic: false), StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC PRICES", EquityChart.Draw(Run(isSynthetic: true), "SMA cross"), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_IsXml_WithTheWholeCurve()
    {
        var svg = XDocument.Parse(EquityChart.Draw(Run(true), "a < b & c", Run(true).Curve));
        XNamespace names = "http://www.w3.org/2000/svg";
        var paths = svg.Descendants(names + "path").ToArray();

        Assert.Equal(3, paths.Length);
        Assert.All(paths, path => Assert.Equal(750, path.Attribute("d")!.Value.Count(c => c is 'L')));
        Assert.Contains(svg.Descendants(names + "text"), text => text.Value == "SYNTHETIC PRICES · a < b & c");
    }

    [Fact]
    public void Picture_OfNothing_IsStillOne() => XDocument.Parse(EquityChart.Draw(
        Backtest.Run(Made.Series((1, 1, 1, 1)), new BuyAndHold(), new()), "one bar"));

    private static BacktestResult Run(bool isSynthetic)
    {
        var walk = Walks.Series(9, 750);
        return Backtest.Run(
            new BarSeries(walk.Name with { IsSynthetic = isSynthetic }, walk.All.ToArray()), new SmaCross(10, 40),
            new() { Sizing = Sizing.AllIn });
    }

    private static string Report(bool isSynthetic)
    {
        var result = Run(isSynthetic);
        var held = Backtest.Run(Walks.Series(9, 750), new BuyAndHold(), result.Settings);
        return new BacktestReport(
            "SMA cross 10/40", result, Metrics.Of(result), Confidence.Of(result.Curve, 200, 1), Metrics.Of(held), 0.5).Text();
    }
}
