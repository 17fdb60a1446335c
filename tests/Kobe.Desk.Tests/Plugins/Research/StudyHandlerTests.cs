using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Hypotheses;
using Kobe.Plugins.Research.Intraday;
using Kobe.Plugins.Research.Pairs;
using Kobe.Plugins.Research.Patterns;
using Kobe.Plugins.Research.Studies;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>Seasons, patterns, pairs, and what a session is like while it lasts.</summary>
public sealed class StudyHandlerTests
{
    private static readonly DateTimeOffset Evening = HandlerStage.At("2026-11-23", "20:30");
    private static readonly DateOnly Tomorrow = new(2026, 11, 24);

    [Fact]
    public async Task Seasonality_FindsAPlantedWeekday_AndNothingInChance()
    {
        var walk = MarketStage.Closes(Tomorrow, MarketStage.Walk(600, 3, 0.005));
        var shift = 1.0;
        var mondays = walk.Select(bar => bar.Scaled(shift *= bar.Start.DayOfWeek == DayOfWeek.Monday ? 1.01 : 1, 1)).Select(Whole).ToArray();
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]> { ["SPY"] = mondays, ["WALK"] = walk });

        var planted = await stage.SucceedAsync(new SeasonalityHandler(), new SeasonalityArguments(SeasonBy.Weekday, "SPY"));
        var chance = await stage.SucceedAsync(new SeasonalityHandler(), new SeasonalityArguments(SeasonBy.Weekday, "WALK"));

        Assert.Contains(stage.Discoveries, found => found.Title.Contains("1 Monday", StringComparison.Ordinal));
        Assert.Equal((5, 0), (planted.Evidence.Counts["groups"], chance.Evidence.Counts["held"]));
    }

    [Theory]
    [InlineData(SeasonBy.Month, 12)]
    [InlineData(SeasonBy.MonthDay, 16)]
    [InlineData(SeasonBy.MonthWeek, 5)]
    [InlineData(SeasonBy.Quarter, 4)]
    [InlineData(SeasonBy.YearWeek, 52)]
    [InlineData(SeasonBy.NightAndDay, 2)]
    public async Task Seasonality_PutsSessionsTogether(SeasonBy by, int groups)
    {
        using var stage = await MarketStage.SyntheticAsync(Evening, years: 2);

        var result = await stage.SucceedAsync(new SeasonalityHandler(), new SeasonalityArguments(by));

        Assert.Equal(groups, result.Evidence.Counts["groups"]);
    }

    [Fact]
    public async Task Seasonality_IsSkipped_ForAFewSessions()
    {
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]> { ["SPY"] = MarketStage.Closes(Tomorrow, MarketStage.Growing(20, 0)) });
        Assert.Contains("20 sessions", await stage.SkipAsync(new SeasonalityHandler(), new SeasonalityArguments(SeasonBy.Month)));
    }

    [Fact]
    public async Task Pattern_IsSeenOnTheLastBar()
    {
        var bars = MarketStage.Closes(Tomorrow, MarketStage.Walk(200, 4));
        bars[^1] = bars[^1] with { Open = bars[^1].Close * 0.9999, High = bars[^1].Close * 1.02, Low = bars[^1].Close * 0.98 };
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]> { ["SPY"] = bars });

        var result = await stage.SucceedAsync(new PatternsHandler(), new PatternArguments("doji"));

        Assert.Equal(1, result.Evidence.Counts["now"]);
        using var file = JsonDocument.Parse(await File.ReadAllBytesAsync(result.Evidence.Outputs[0].Path, TestContext.Current.CancellationToken));
        Assert.Equal("SPY", file.RootElement.GetProperty("now")[0].GetString());
        Assert.Contains("never seen", await stage.SkipAsync(new PatternsHandler(), new PatternArguments("volume-climax")));
        Assert.IsType<TaskResult.Fatal>(await stage.RunAsync(new PatternsHandler(), new PatternArguments("cup-and-handle")));
    }

    [Fact]
    public async Task EveryPatternAndIdea_BearsASessionInWhichASymbolDidNotTrade()
    {
        using var stage = await MarketStage.PlantedAsync(Evening, Enumerable.Range(1, 6).ToDictionary(
            i => $"S{i}", i => MarketStage.Closes(Tomorrow, MarketStage.Walk(300, i)).Where((_, day) => day != 200 + i).ToArray()));

        foreach (var pattern in PatternCatalogue.All)
        {
            Assert.False(await stage.RunAsync(new PatternsHandler(), new PatternArguments(pattern.Name)) is TaskResult.Fatal or TaskResult.Failed, pattern.Name);
        }

        foreach (var idea in HypothesisCatalogue.All)
        {
            Assert.False(await stage.RunAsync(new HypothesisHandler(), new HypothesisArguments(idea.Name)) is TaskResult.Fatal or TaskResult.Failed, idea.Name);
        }
    }

    [Fact]
    public void PatternCatalogue_HasNamesOfTheirOwn()
    {
        Assert.True(PatternCatalogue.All.Count >= 12);
        Assert.Distinct(PatternCatalogue.All.Select(pattern => pattern.Name));
    }

    [Fact]
    public async Task Pair_ThatMovedApart_IsTold()
    {
        var one = MarketStage.Walk(100, 1);
        var own = MarketStage.Walk(100, 9, 0.001, 50);
        double[] other = [.. one.Zip(own, (price, part) => price * part / 50)];
        other[^1] *= 1.1;
        using var stage = await MarketStage.PlantedAsync(Evening, new Dictionary<string, Bar[]>
        {
            ["AAA"] = MarketStage.Closes(Tomorrow, one), ["BBB"] = MarketStage.Closes(Tomorrow, other), ["CCC"] = MarketStage.Closes(Tomorrow, MarketStage.Walk(100, 2)),
        });

        var result = await stage.SucceedAsync(new PairsHandler(), new PairsArguments());

        var pair = Assert.Single(result.Facts[0].Value.GetProperty("apart").EnumerateArray());
        Assert.Equal(("AAA", "BBB"), (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString()));
        Assert.True(pair.GetProperty("z").GetDouble() < -2);
        Assert.Contains("correlate", await stage.SkipAsync(new PairsHandler(), new PairsArguments(Least: 0.9999)));
    }

    [Fact]
    public async Task Pair_ThatMovesApartInTheSession_IsTold_ByItsMinutes()
    {
        var one = MarketStage.Walk(101, 1);
        double[] other = [.. one.Zip(MarketStage.Walk(101, 9, 0.001, 50), (price, part) => price * part / 50)];
        other[^1] *= 1.1;
        using var stage = await MarketStage.PlantedAsync(HandlerStage.At("2026-11-23", "08:00"), new Dictionary<string, Bar[]>
        {
            ["AAA"] = MarketStage.Closes(new(2026, 11, 24), one), ["BBB"] = MarketStage.Closes(new(2026, 11, 24), other),
        });

        var before = await stage.SucceedAsync(new PairsHandler(), new PairsArguments());
        stage.Time.Set(HandlerStage.At("2026-11-23", "15:50"));
        var live = await stage.SucceedAsync(new PairsHandler(), new PairsArguments());

        Assert.Equal((0L, 0L), (before.Evidence.Counts["live"], before.Evidence.Counts["apart"]));
        Assert.Equal((1L, 1L), (live.Evidence.Counts["live"], live.Evidence.Counts["apart"]));
    }

    [Fact]
    public void HalfLife_IsThatOfThePlantedDistance()
    {
        // Each distance is 0.8 of the one before: half of it is gone after 3.1 sessions. A push now and then keeps it alive.
        var ratios = new double[200];
        for (var i = 1; i < 200; i++)
        {
            ratios[i] = (0.8 * ratios[i - 1]) + (i % 20 == 0 ? (i / 20 % 2 == 0 ? 1 : -1) : 0);
        }

        Assert.InRange(PairSpread.Of("A", "B", 0.9, ratios)!.HalfLife!.Value, 2.5, 3.7);
        Assert.Null(PairSpread.Of("A", "B", 0.9, [1, 1, 1, 1]));
    }

    [Fact]
    public async Task Session_HasBreadthAndShape_OnceItRuns()
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "08:00"), years: 1);
        Assert.Contains("minute", await stage.SkipAsync(new BreadthHandler()));
        Assert.Contains("20 are needed", await stage.SkipAsync(new RegimeIntradayHandler()));

        stage.Time.Pass(TimeSpan.FromHours(3));
        var breadth = await stage.SucceedAsync(new BreadthHandler());
        var shape = await stage.SucceedAsync(new RegimeIntradayHandler());

        Assert.Equal(6, breadth.Evidence.Counts["priced"]);
        Assert.InRange(breadth.Evidence.Counts["advances"] + breadth.Evidence.Counts["declines"], 1, 6);
        Assert.Equal(90, shape.Evidence.Counts["minutes"]);
        Assert.InRange(shape.Facts[0].Value.GetProperty("efficiency").GetDouble(), 0, 1);
    }

    [Fact]
    public void DayShape_TellsATrendFromChop()
    {
        var rise = Minutes(i => 100 + i);
        var chop = Minutes(i => i / 5 % 2 == 0 ? 100 : 101);

        Assert.Equal("TREND_UP", DayShape.Of(rise).Kind);
        Assert.Equal("TREND_DOWN", DayShape.Of(Minutes(i => 200 - i)).Kind);
        Assert.Equal("CHOP", DayShape.Of(chop).Kind);
        Assert.Equal(1, DayShape.Of(rise).Efficiency, 6);
    }

    private static Bar[] Minutes(Func<int, double> price)
    {
        var open = Exchange.Open("2026-11-23");
        return [.. Enumerable.Range(0, 60).Select(i => new Bar(open.AddMinutes(i), open.AddMinutes(i + 1), price(i), price(i) + 1, price(i) - 1, price(i), 100))];
    }

    private static Bar Whole(Bar bar) => bar with { High = Math.Max(bar.High, Math.Max(bar.Open, bar.Close)), Volume = 1_000_000 };
}
