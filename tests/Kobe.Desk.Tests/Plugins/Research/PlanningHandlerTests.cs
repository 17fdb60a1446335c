using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Planning;
using Kobe.Plugins.Research.Risks;
using Kobe.Plugins.Research.Upkeep;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>What is prepared for the days to come.</summary>
public sealed class PlanningHandlerTests
{
    private static readonly DateTimeOffset Evening = HandlerStage.At("2026-11-20", "20:00");
    private static readonly DateOnly Saturday = new(2026, 11, 21);

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-19", false)] // yesterday's says nothing
    public async Task Watchlist_IsForTheNextSession_WithoutThoseThatReport(string toldOn, bool counts)
    {
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]>
        {
            ["RISE"] = MarketStage.Closes(Saturday, MarketStage.Growing(300, 0.002)),
            ["ALSO"] = MarketStage.Closes(Saturday, MarketStage.Growing(300, 0.002)),
            ["FALL"] = MarketStage.Closes(Saturday, MarketStage.Growing(300, -0.006)),
        });
        stage.Publish(Fact.Of("earnings.today", new { Date = toldOn, Blackout = new[] { "ALSO" } }));

        var result = await stage.SucceedAsync(new WatchlistHandler(), new WatchlistArguments());

        var list = result.Facts[0].Value;
        Assert.Equal("2026-11-23", list.GetProperty("date").GetString());
        Assert.Equal(counts ? ["RISE"] : ["ALSO", "RISE"], Texts(list.GetProperty("symbols").EnumerateArray().Select(one => one.GetProperty("symbol"))));
        Assert.Equal(counts ? ["ALSO"] : [], Texts(list.GetProperty("excluded").EnumerateArray()));

        static IEnumerable<string?> Texts(IEnumerable<System.Text.Json.JsonElement> all) => all.Select(one => one.GetString());
    }

    [Fact]
    public async Task Watchlist_IsSkipped_WhenNothingSpeaksForAnything()
    {
        using var stage = new HandlerStage(Evening);
        Assert.Contains("0 symbols", await stage.SkipAsync(new WatchlistHandler(), new WatchlistArguments()));
    }

    [Fact]
    public async Task WeekAhead_OfThanksgiving_HasAClosingAndAnEarlyClose()
    {
        using var stage = new HandlerStage(HandlerStage.At("2026-11-22", "18:00"));

        var result = await stage.SucceedAsync(new WeekAheadHandler());

        Assert.Equal((4, 2), (result.Evidence.Counts["sessions"], result.Evidence.Counts["odd"]));
        Assert.Equal(
            ["SYNTHETIC: 2026-11-26 is a closing.", "SYNTHETIC: 2026-11-27 is an early close."], stage.Discoveries.Select(found => found.Title));
    }

    [Fact]
    public void Weights_AreInverseToVolatility_AndCapped()
    {
        var even = TargetWeight.Of([("A", 0.1), ("B", 0.2), ("C", 0.2)], 1);
        var capped = TargetWeight.Of([("A", 0.1), ("B", 0.2), ("C", 0.2)], 0.4);
        var cash = TargetWeight.Of([("A", 0.1), ("B", 0.2)], 0.3);

        Assert.Equal([0.5, 0.25, 0.25], even.Select(one => one.Weight));
        Assert.Equal([0.4, 0.3, 0.3], capped.Select(one => one.Weight));
        Assert.Equal([0.3, 0.3], cash.Select(one => one.Weight));
    }

    [Fact]
    public async Task Weights_GoToWhatRose_AndNowhereInAFall()
    {
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]>
        {
            ["RISE"] = MarketStage.Closes(Saturday, MarketStage.Growing(200, 0.002, 0.01)),
            ["FALL"] = MarketStage.Closes(Saturday, MarketStage.Growing(200, -0.002, 0.01)),
        });

        var result = await stage.SucceedAsync(new WeightsHandler(), new WeightsArguments());

        Assert.Equal("RISE", Assert.Single(result.Facts[0].Value.GetProperty("weights").EnumerateArray()).GetProperty("symbol").GetString());
        using var empty = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]>
        { ["FALL"] = MarketStage.Closes(Saturday, MarketStage.Growing(200, -0.002, 0.01)) });
        Assert.Contains("cash", await empty.SkipAsync(new WeightsHandler(), new WeightsArguments()));
    }

    [Fact]
    public void Levels_AreWherePricesTurned()
    {
        double[] closes = [.. Enumerable.Range(0, 120).Select(i => 100 + (10 * Math.Sin(i * 2 * Math.PI / 30)))];

        var levels = PriceLevels.Of("WAVE", MarketStage.Closes(Saturday, closes));

        Assert.InRange(Assert.Single(levels.Resistances).Price, 110, 110.3);
        Assert.Equal(4, levels.Resistances[0].Touches);
        Assert.InRange(Assert.Single(levels.Supports).Price, 89.7, 90);
    }

    [Fact]
    public async Task Weights_GoToWhatRoseMost()
    {
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]>
        {
            ["MOST"] = MarketStage.Closes(Saturday, MarketStage.Growing(200, 0.003, 0.01)), ["SOME"] = MarketStage.Closes(Saturday, MarketStage.Growing(200, 0.001, 0.01)),
        });

        var result = await stage.SucceedAsync(new WeightsHandler(), new WeightsArguments(Symbols: 1));

        Assert.Equal("MOST", Assert.Single(result.Facts[0].Value.GetProperty("weights").EnumerateArray()).GetProperty("symbol").GetString());
    }

    [Fact]
    public async Task Sectors_AreComparedWithTheMarket()
    {
        using var stage = await MarketStage.PlantedAsync(
            Evening,
            new Dictionary<string, Bar[]>
            {
                ["LEAD"] = MarketStage.Closes(Saturday, MarketStage.Growing(200, 0.003)), ["LAG"] = MarketStage.Closes(Saturday, MarketStage.Growing(200, 0.001)),
            },
            new Dictionary<string, string> { ["LEAD"] = "energy", ["LAG"] = "retail" });

        var result = await stage.SucceedAsync(new SectorsHandler(), new SectorsArguments());

        var sectors = result.Facts[0].Value.GetProperty("sectors").EnumerateArray()
            .Select(one => (Name: one.GetProperty("sector").GetString(), Relative: one.GetProperty("relative").GetDouble())).ToList();
        Assert.Equal(["energy", "retail"], sectors.Select(one => one.Name));
        Assert.Equal(sectors[0].Relative, -sectors[1].Relative, 4);
        Assert.InRange(sectors[0].Relative, 0.06, 0.09); // half of what a growth of 0.3 % has over one of 0.1 % in 63 sessions
    }

    [Fact]
    public async Task WeekAhead_HasItsEvents()
    {
        using var stage = new HandlerStage(HandlerStage.At("2026-12-06", "18:00"));

        var result = await stage.SucceedAsync(new WeekAheadHandler());

        Assert.True(result.Evidence.Counts["events"] > 0);
        Assert.Equal(
            result.Evidence.Counts["events"],
            result.Facts[0].Value.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("events").GetArrayLength()));
    }

    [Fact]
    public async Task Levels_AreOfTheSessionsThatWereAskedFor()
    {
        double[] closes = [.. Enumerable.Range(0, 200).Select(i => (i < 100 ? 100 : 200) + (10 * Math.Sin(i * 2 * Math.PI / 30)))];
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]> { ["WAVE"] = MarketStage.Closes(Saturday, closes) });

        Assert.InRange(await LowestAsync(90), 189, 190);
        Assert.InRange(await LowestAsync(200), 89, 90);

        async Task<double> LowestAsync(int days)
        {
            var result = await stage.SucceedAsync(new LevelsHandler(), new LevelsArguments("all", days));
            using var file = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(result.Evidence.Outputs[0].Path, TestContext.Current.CancellationToken));
            return file.RootElement.GetProperty("levels")[0].GetProperty("supports").EnumerateArray().Min(one => one.GetProperty("price").GetDouble());
        }
    }

    [Fact]
    public async Task Levels_Sectors_AndMoves_AreKeptForEachScope()
    {
        using var stage = await MarketStage.SyntheticAsync(Evening, years: 2);

        var levels = await stage.SucceedAsync(new LevelsHandler(), new LevelsArguments());
        var moves = await stage.SucceedAsync(new ExpectedMoveHandler(), new ExpectedMoveArguments());
        var month = await stage.SucceedAsync(new ExpectedMoveHandler(), new ExpectedMoveArguments(Sessions: 21));
        var sectors = await stage.SucceedAsync(new SectorsHandler(), new SectorsArguments());
        var short_ = await stage.SucceedAsync(new SectorsHandler(), new SectorsArguments(21));

        Assert.Equal((6, 6, 6), (levels.Evidence.Counts["symbols"], moves.Evidence.Counts["symbols"], month.Evidence.Counts["symbols"]));
        Assert.NotEqual(moves.Evidence.Outputs[0].Path, month.Evidence.Outputs[0].Path);
        Assert.Equal("sectors.latest", Assert.Single(sectors.Facts).Name);
        Assert.Empty(short_.Facts);
        using var bare = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]> { ["SPY"] = MarketStage.Closes(Saturday, MarketStage.Growing(100, 0)) });
        Assert.Contains("sectors.csv", await bare.SkipAsync(new SectorsHandler(), new SectorsArguments()));
    }

    [Fact]
    public void ExpectedMove_OfAWalk_HoldsTwoThirdsOfTheTime()
    {
        var walk = new BarSeries(new("WALK", BarInterval.Day, Adjustment.All, "test"), MarketStage.Closes(Saturday, MarketStage.Walk(400, 8, 0.01)));

        var move = ExpectedMove.Of(walk, 5)!;

        Assert.InRange(move.Move, 0.015, 0.032);
        Assert.InRange(move.Inside!.Value, 0.5, 0.85);
        Assert.Null(ExpectedMove.Of(walk.Until(walk[10].End), 5));
    }

    [Fact]
    public async Task Gone_IsWhatEndedWhileOthersWentOn_ToldOnce()
    {
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]>
        {
            ["SPY"] = MarketStage.Closes(Saturday, MarketStage.Growing(100, 0)), ["GONE"] = MarketStage.Closes(new(2026, 9, 1), MarketStage.Growing(100, 0)),
        });

        var first = await stage.SucceedAsync(new DelistedHandler(), new DelistedArguments());
        await stage.SucceedAsync(new DelistedHandler(), new DelistedArguments());

        Assert.Equal((2, 1), (first.Evidence.Counts["stored"], first.Evidence.Counts["gone"]));
        Assert.Contains("GONE has had no bar since 2026-08-31", Assert.Single(stage.Discoveries).Title, StringComparison.Ordinal);
        using var empty = new HandlerStage(Evening);
        Assert.Contains("No daily bars", await empty.SkipAsync(new DelistedHandler(), new DelistedArguments()));
    }
}
