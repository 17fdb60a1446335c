using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Correlations;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>What moves together.</summary>
public sealed class CorrelationHandlerTests
{
    private static readonly DateTimeOffset Evening = HandlerStage.At("2026-11-21", "16:00");
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task Twins_AreFound_AndStrangersAreNot()
    {
        var one = MarketStage.Walk(120, 1);
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]>
        {
            ["AAA"] = MarketStage.Closes(Today, one),
            ["BBB"] = MarketStage.Closes(Today, [.. one.Select(price => price * 3)]),
            ["CCC"] = MarketStage.Closes(Today, MarketStage.Walk(120, 2)),
            ["DDD"] = MarketStage.Closes(Today, [.. one.Select(price => 5000 / price)]),
        });

        var result = await stage.SucceedAsync(new CorrelationHandler(), new CorrelationArguments());

        var pairs = result.Facts[0].Value.GetProperty("pairs").EnumerateArray()
            .Select(pair => (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString(), Math.Round(pair.GetProperty("value").GetDouble(), 2))).ToList();
        Assert.Equal([("AAA", "BBB", 1.0), ("AAA", "DDD", -1.0), ("BBB", "DDD", -1.0)], pairs);
        Assert.Equal(6, result.Evidence.Counts["pairs"]);
        Assert.Equal(1, result.Evidence.Counts["clusters"]);
    }

    [Fact]
    public async Task Sector_HasAFileOfItsOwn_AndNoFact()
    {
        using var stage = await MarketStage.SyntheticAsync(Evening, years: 1, symbols: ["MADEUP", "ALFA", "BRAVO", "CHARL", "DELTA", "ECHO", "FOXTR", "GOLF", "HOTEL", "INDIA"]);
        var sector = LargestSector(stage);

        var whole = await stage.SucceedAsync(new CorrelationHandler(), new CorrelationArguments());
        var part = await stage.SucceedAsync(new CorrelationHandler(), new CorrelationArguments(sector));

        Assert.NotEqual(whole.Evidence.Outputs[0].Path, part.Evidence.Outputs[0].Path);
        Assert.Empty(part.Facts);
        Assert.Contains("two symbols", await stage.SkipAsync(new CorrelationHandler(), new CorrelationArguments("index")));
    }

    [Fact]
    public void Pearson_LeavesOutGaps_AndIsNothing_WhenOneStandsStill()
    {
        Assert.Equal(1, Pearson.Of([1, 2, double.NaN, 4], [10, 20, 7, 40]), 12);
        Assert.True(double.IsNaN(Pearson.Of([1, 2, 3], [5, 5, 5])));
        Assert.True(double.IsNaN(Pearson.Of([1, 2, double.NaN], [1, 2, 3])));
    }

    private static string LargestSector(HandlerStage stage)
    {
        var desk = DeskSession.Of(stage.Context());
        return desk.Symbols.Select(desk.Source.SectorOf).Where(name => name.Length > 0).GroupBy(name => name).OrderByDescending(group => group.Count()).First().Key;
    }
}
