using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>What splits and dividends do to prices, and that nobody sees them before they happen.</summary>
public class FactorTests
{
    private const string Rows = "20201124,0.9,0.25,100\n20201125,0.9,1,25\n20501231,1,1,0\n";

    [Fact]
    public void Actions_AreWhatHappenedAfterARowsDate() => Assert.Equal(
        [
            new(Days.Date("2020-11-24"), 4, 1, 100),
            new(Days.Date("2020-11-25"), 1, 0.9, 25),
        ],
        Factors().Actions());

    [Fact]
    public void Dividend_IsWhatTheFactorTakesFromTheCloseBefore() =>
        Assert.Equal(2.5, Factors().Actions().Last().Dividend, 12);

    [Theory]
    // seen on     adjustment         closes
    [InlineData("2020-11-24", Adjustment.All, "100")]
    [InlineData("2020-11-25", Adjustment.All, "25 25")]
    [InlineData("2020-11-27", Adjustment.All, "22.5 22.5 22.5")]
    [InlineData("2020-11-27", Adjustment.Split, "25 25 22.5")]
    [InlineData("2020-11-27", Adjustment.Raw, "100 25 22.5")]
    public void Adjust_KnowsOnlyWhatHadHappened(string date, Adjustment adjustment, string closes)
    {
        var adjusted = Factors().Adjust(Raw(), adjustment, Exchange.Close(date));

        Assert.Equal(closes, string.Join(' ', adjusted.All.ToArray().Select(bar => bar.Close)));
        Assert.Equal(adjustment, adjusted.Name.Adjustment);
    }

    [Fact]
    public void Adjust_KeepsWhatWasTraded()
    {
        var adjusted = Factors().Adjust(Raw(), Adjustment.Split, Exchange.Close("2020-11-27"));

        Assert.Equal(400, adjusted[0].Volume);
    }

    [Fact]
    public void Adjust_RefusesAnAdjustedSeries()
    {
        var adjusted = Factors().Adjust(Raw(), Adjustment.All, Exchange.Close("2020-11-27"));

        Assert.Throws<ArgumentException>(() => Factors().Adjust(adjusted, Adjustment.All, Exchange.Close("2020-11-27")));
    }

    [Theory]
    // text                                    line column code
    [InlineData("20201124,0.9,0.25", 1, 1, DeskCodes.Fields)]
    [InlineData("2020-11-24,0.9,0.25,1", 1, 1, DeskCodes.Time)]
    [InlineData("20201124,0,0.25,1", 1, 10, DeskCodes.Factors)]
    [InlineData("20201124,1,1,1\n20201124,1,1,1", 2, 1, DeskCodes.Factors)]
    public void File_IsRefused_WithThePlace(string text, int line, int column, string code)
    {
        var (factors, errors) = FactorCsv.Read("SPY.csv", text);

        Assert.Null(factors);
        Assert.Equal((line, column, code), (errors[0].Line, errors[0].Column, errors[0].Code));
    }

    [Fact]
    public void AppleSplitFourTimes_InTheRealFactors() => Assert.Equal(
        [("2000-06-20", 2), ("2005-02-25", 2), ("2014-06-06", 7), ("2020-08-28", 4)],
        RealBars.Factors("AAPL").Actions().Where(action => action.IsSplit)
            .Select(action => (action.LastDate.ToString("yyyy-MM-dd"), (int)Math.Round(action.SplitRatio))));

    private static PriceFactors Factors() => FactorCsv.Read("SPY.csv", Rows).Factors!;

    private static BarSeries Raw() => BarCsv.Read("SPY.csv",
        "date,open,high,low,close,volume\n2020-11-24,100,100,100,100,100\n2020-11-25,25,25,25,25,400\n2020-11-27,22.5,22.5,22.5,22.5,400\n",
        new("SPY", BarInterval.Day, Adjustment.Raw, "test"), Exchange.Xnys).Series!;
}
