using Kobe.Desk.Backtests;
using Kobe.Desk.Backtests.Requests;
using Kobe.Desk.Bars.Quality;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Backtests;

/// <summary>From names and numbers to a page and a picture, or to every reason why not.</summary>
public class RequestTests
{
    public static TheoryData<string> Strategies => [.. StrategyCatalogue.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void EveryStrategy_RunsOnMadeUpPrices_AndSaysThatTheyAre(string strategy)
    {
        var answer = Ask(new() { Strategy = strategy, Symbols = ["AAA", "BBB"], Resamples = 20 });

        Assert.Empty(answer.Errors);
        Assert.StartsWith("SYNTHETIC PRICES", answer.Report!.Text(), StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC PRICES", answer.Picture, StringComparison.Ordinal);
        Assert.True(answer.LookAhead!.IsClean, answer.LookAhead.FirstDifference);
        Assert.True(answer.Report.Metrics.Trades > 0);
    }

    [Fact]
    public void SameRequest_GivesTheSameAnswer()
    {
        string Text(ulong seed) => Ask(new() { Strategy = "mean-reversion", Seed = seed, Symbols = ["AAA"], Resamples = 50 }).Report!.Text();

        Assert.Equal(Text(3), Text(3));
        Assert.NotEqual(Text(3), Text(4));
    }

    [Fact]
    public void WrongRequest_IsRefusedWhole_WithEveryReason()
    {
        var answer = Ask(new()
        {
            Strategy = "sma-cross", Symbols = ["spy"], From = new(2020, 1, 2), To = new(2020, 1, 1),
            Parameters = new Dictionary<string, double> { ["fast"] = 0.5, ["slo"] = 10 },
        });

        Assert.Null(answer.Report);
        Assert.Equal(4, answer.Errors.Count);
        Assert.Contains("no parameter 'slo'", answer.Errors[0], StringComparison.Ordinal);
        Assert.Contains("a whole number from 1 to 1000", answer.Errors[1], StringComparison.Ordinal);
        Assert.Contains("'spy' is no symbol", answer.Errors[2], StringComparison.Ordinal);
        Assert.Contains("before it begins", answer.Errors[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sma-crossing", "Did you mean sma-cross?")]
    [InlineData("nonsense", "There are: trend-pullback")]
    public void UnknownStrategy_IsAnsweredWithTheNearest(string name, string hint) =>
        Assert.Contains(hint, Assert.Single(Ask(new() { Strategy = name }).Errors), StringComparison.Ordinal);

    [Fact]
    public void MissingFolder_IsSaidSo()
    {
        Assert.Contains("KOBE7000", Assert.Single(Ask(new() { Strategy = "buy-and-hold", Folder = "nowhere", Symbols = ["SPY"] }).Errors), StringComparison.Ordinal);
        Assert.Contains("has no daily/SYMBOL.csv", Assert.Single(Ask(new() { Strategy = "buy-and-hold", Folder = "nowhere" }).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void RealBars_ComeWithTheirQuality_AndEndWhereTheSpanDoes()
    {
        var answer = Ask(new()
        {
            Strategy = "buy-and-hold", Folder = RealBars.Folder, Symbols = ["AAPL"], From = new(2000, 1, 3), To = new(2014, 12, 31),
            Settings = new() { Sizing = Sizing.AllIn, Costs = TradingCosts.None }, Resamples = 0,
        });

        Assert.Equal([2, 2, 7], Assert.Single(answer.Quality).Of(QualityKind.Split).Select(one => one.Text["A split of ".Length] - '0'));
        Assert.Equal("2014-12-31", answer.Report!.Result.Curve.At(answer.Report.Metrics.Days - 1).ToString("yyyy-MM-dd"));
        Assert.InRange(answer.Report.Metrics.Gain, 25, 35);
    }

    private static BacktestAnswer Ask(BacktestRequest request) => BacktestDesk.Answer(request, Exchange.Xnys);
}
