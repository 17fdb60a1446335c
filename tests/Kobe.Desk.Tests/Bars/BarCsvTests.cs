using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>What a file of bars becomes: a series, what was kept out of it, or the errors.</summary>
public class BarCsvTests
{
    private const string Header = "date,open,high,low,close,volume\n";

    [Fact]
    public void Daily_SpansTheCoreSession_AlsoOnEarlyCloses()
    {
        var reading = Daily("2020-11-25,1,2,1,2,10\n2020-11-27,2,3,2,3,20\n");

        Assert.Empty(reading.Quarantined);
        Assert.Equal(Days.Instant("2020-11-25T21:00Z"), reading.Series![0].End);
        Assert.Equal(Days.Instant("2020-11-27T14:30Z"), reading.Series[1].Start);
        Assert.Equal(Days.Instant("2020-11-27T18:00Z"), reading.Series[1].End);
    }

    [Fact]
    public void Lines_StandInAnyOrder_AndColumnsToo()
    {
        var reading = Read("Volume,Close,Low,High,Open,Date,VWAP\r\n20,3,2,3,2,20201127,2.5\r\n10,2,1,2,1,20201125,1.5\r\n");

        Assert.Equal([2, 3], reading.Series!.All.ToArray().Select(bar => bar.Close));
        Assert.Equal([10, 20], reading.Series.All.ToArray().Select(bar => bar.Volume));
    }

    [Theory]
    // rows                                                          reason of the one that is kept out
    [InlineData("2020-11-26,1,1,1,1,1", "no session (Thanksgiving)")]
    [InlineData("2020-11-28,1,1,1,1,1", "no session (weekend)")]
    [InlineData("1989-12-29,1,1,1,1,1", "does not know this date")]
    [InlineData("2020-11-25,0,1,0,1,1", "zero, negative")]
    [InlineData("2020-11-25,1,1,-1,1,1", "zero, negative")]
    [InlineData("2020-11-25,1,1e12,1,1,1", "beyond belief")]
    [InlineData("2020-11-25,1,1,1,1,-1", "volume is negative")]
    [InlineData("2020-11-25,1,1,2,1,1", "High and low")]
    [InlineData("2020-11-25,3,2,1,1,1", "High and low")]
    [InlineData("2020-11-25,1,2,1,2.01,1", "High and low")]
    [InlineData("2020-11-25,1,2,1,2,5\n2020-11-25,1,2,1,2,5", "stands here twice")]
    [InlineData("2020-11-25,1,2,1,2,5\n2020-11-25,1,2,1,1,5", "second, different bar")]
    public void Bar_IsKeptOut_WithAReason_WhenItCannotBeTrue(string rows, string reason)
    {
        var kept = Assert.Single(Daily(rows).Quarantined);

        Assert.Contains(reason, kept.Reason, StringComparison.Ordinal);
        Assert.StartsWith("SPY.csv:", kept.Place, StringComparison.Ordinal);
    }

    [Theory]
    // text                                       line column code
    [InlineData("", 0, 1, DeskCodes.Header)]
    [InlineData("open,high\n1,2", 1, 1, DeskCodes.Header)]
    [InlineData(Header + "2020-11-25,1,2,1,2", 2, 1, DeskCodes.Fields)]
    [InlineData(Header + "2020-11-31,1,2,1,2,5", 2, 1, DeskCodes.Time)]
    [InlineData(Header + "2020-11-25,1,x,1,2,5", 2, 14, DeskCodes.Number)]
    [InlineData(Header + "2020-11-25,1,NaN,1,2,5", 2, 14, DeskCodes.Number)]
    [InlineData(Header + "\n2020-11-25,1,2,1,2,", 3, 20, DeskCodes.Number)]
    public void File_IsRefusedWhole_WhenALineIsNoBar(string text, int line, int column, string code)
    {
        var reading = Read(text);
        var error = Assert.Single(reading.Errors);

        Assert.Null(reading.Series);
        Assert.Equal((line, column, code), (error.Line, error.Column, error.Code));
        Assert.NotNull(error.Hint);
    }

    [Fact]
    public void Errors_ComeAllAtOnce() =>
        Assert.Equal(3, Daily("2020-11-25,x,y,1,2,5\nsoon,1,2,1,2,5").Errors.Count);

    [Fact]
    public void Minutes_AreToldInTheZone_OrWithAnOffset_AndEndWithTheirSegment()
    {
        var name = new SeriesName("SPY", BarInterval.OfMinutes(15), Adjustment.Raw, "test");
        var reading = BarCsv.Read("SPY.csv",
            Header + "2020-11-27 12:50,1,1,1,1,1\n2020-11-27T18:00:00Z,1,1,1,1,1\n2020-11-27T03:59:00-05:00,1,1,1,1,1",
            name, Exchange.Xnys);

        Assert.Equal(
            [Days.Instant("2020-11-27T18:00Z"), Days.Instant("2020-11-27T18:15Z")],
            reading.Series!.All.ToArray().Select(bar => bar.End));
        Assert.Contains("outside the day's trading hours", Assert.Single(reading.Quarantined).Reason, StringComparison.Ordinal);
    }

    private static BarReading Daily(string rows) => Read(Header + rows);

    private static BarReading Read(string text) =>
        BarCsv.Read("SPY.csv", text, new("SPY", BarInterval.Day, Adjustment.Raw, "test"), Exchange.Xnys);
}
