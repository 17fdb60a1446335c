using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Backtests;
using Kobe.Plugins.Research.Risks;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>Strategies on history, their numbers varied, proved on what followed, and their trades drawn again.</summary>
public sealed class BacktestHandlerTests
{
    private static readonly DateTimeOffset Saturday = HandlerStage.At("2026-11-21", "09:00");
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task Backtest_OfASteadyRise_MakesMoney()
    {
        using var stage = await MarketStage.PlantedAsync(Saturday, new Dictionary<string, Bar[]> { ["SPY"] = MarketStage.Closes(Today, MarketStage.Growing(600, 0.001)) });

        var result = await stage.SucceedAsync(new BacktestHandler(), new BacktestArguments("buy-and-hold", "index", 1));

        var figures = Assert.Single(Read<BacktestFile>(result).Results);
        Assert.InRange(figures.Cagr!.Value, 0.2, 0.35);
        Assert.Equal(0, figures.Drawdown);
        Assert.Empty(result.Facts);
    }

    [Fact]
    public async Task Backtest_OfAllStrategies_ComparesWithTheLastTime()
    {
        using var stage = await MarketStage.SyntheticAsync(Saturday, years: 3);

        var first = await stage.SucceedAsync(new BacktestHandler(), new BacktestArguments());
        var again = await stage.SucceedAsync(new BacktestHandler(), new BacktestArguments());
        Assert.Equal(first.Evidence.Outputs[0].Sha256, again.Evidence.Outputs[0].Sha256);
        Assert.Equal(StrategyCatalogue.All.Count, Read<BacktestFile>(first).Results.Count);
        Assert.Equal("backtests.latest", first.Facts[0].Name);

        // Last week somebody was much better.
        var file = Read<BacktestFile>(first);
        Write(first, file with { Date = "2026-11-14", Results = [.. file.Results.Select(one => one with { Sharpe = 5 })] });
        var week = await stage.SucceedAsync(new BacktestHandler(), new BacktestArguments());

        Assert.Contains(stage.Discoveries, found => found.Title.StartsWith("SYNTHETIC: buy-and-hold", StringComparison.Ordinal));
        Assert.Equal(5, Read<BacktestFile>(week).Before["buy-and-hold"]);
    }

    [Fact]
    public async Task UnknownNames_AreRefusedWithThoseThatAre()
    {
        using var stage = new HandlerStage(Saturday);

        var fatal = Assert.IsType<TaskResult.Fatal>(await stage.RunAsync(new BacktestHandler(), new BacktestArguments("turtle")));
        Assert.Contains("trend-pullback", fatal.Error, StringComparison.Ordinal);
        fatal = Assert.IsType<TaskResult.Fatal>(await stage.RunAsync(new SweepHandler(), new SweepArguments("sma-cross", "speed")));
        Assert.Contains("fast, slow", fatal.Error, StringComparison.Ordinal);
        Assert.IsType<TaskResult.Fatal>(await stage.RunAsync(new WalkForwardHandler(), new WalkForwardArguments("turtle")));
        Assert.IsType<TaskResult.Fatal>(await stage.RunAsync(new MonteCarloHandler(), new MonteCarloArguments("turtle")));
        Assert.Contains("enough", await stage.SkipAsync(new BacktestHandler(), new BacktestArguments()));
        Assert.Contains("enough", await stage.SkipAsync(new SweepHandler(), new SweepArguments("sma-cross", "fast")));
        Assert.Contains("enough", await stage.SkipAsync(new WalkForwardHandler(), new WalkForwardArguments()));
    }

    [Fact]
    public async Task Sweep_TriesEachValueOnce()
    {
        using var stage = await MarketStage.SyntheticAsync(Saturday, years: 3);

        var result = await stage.SucceedAsync(new SweepHandler(), new SweepArguments("mean-reversion", "low", Years: 1));

        Assert.Equal(6, result.Evidence.Counts["trials"]);
        Assert.EndsWith("mean-reversion-low-universe.json", result.Evidence.Outputs[0].Path, StringComparison.Ordinal);

        // Another value did best, by luck as this market is one of chance: nothing is proposed.
        Assert.NotEqual("10", result.Evidence.Ids.Single(id => id.Kind == "best").Id);
        Assert.Empty(stage.Discoveries);
    }

    [Fact]
    public void Choices_StayWithinTheParametersRange_AndOnWholeNumbers()
    {
        var days = StrategyCatalogue.Find("event-driven")!.Parameters[0];

        Assert.Equal([1, 2], Choices.Of(days)); // 0.5 is no session, 1.25 is one
        Assert.Equal([25, 38, 50, 62, 75, 100], Choices.Of(StrategyCatalogue.Find("sma-cross")!.Parameters[0]));
        Assert.Equal([50, 300], Choices.With(StrategyCatalogue.Find("sma-cross")!, 1, 300));
    }

    [Fact]
    public async Task WalkForward_ProvesOnDaysThatItDidNotChooseOn()
    {
        using var stage = await MarketStage.SyntheticAsync(Saturday, years: 4);

        var result = await stage.SucceedAsync(new WalkForwardHandler(), new WalkForwardArguments("sma-cross", "fast", "index"));

        Assert.True(result.Evidence.Counts["folds"] >= 2);
        var file = Read<System.Text.Json.JsonElement>(result);
        var folds = file.GetProperty("folds").EnumerateArray().ToList();
        Assert.True(folds[1].GetProperty("from").GetDateTimeOffset() > folds[0].GetProperty("to").GetDateTimeOffset());

        // Behind what strategies warm up on: the sessions to choose on, and ten that count for neither.
        var desk = DeskSession.Of(stage.Context());
        var bars = desk.Daily(desk.Source.Index).All.ToArray();
        var proof = Array.FindIndex(bars, bar => bar.End >= folds[0].GetProperty("from").GetDateTimeOffset());
        Assert.Equal(History.WarmUp + new WalkForwardArguments().TrainDays + 10, proof);
    }

    [Fact]
    public void DrawdownOutlook_OfCertainTrades_IsCertain()
    {
        var wins = DrawdownOutlook.Of([1, 2], 50, 200, 0.01, 1, default);
        var losses = DrawdownOutlook.Of([-1], 10, 200, 0.1, 1, default);

        Assert.Equal((0.0, 0.0, 0), (wins.OneInHundred, wins.Loss, wins.LongestStreak));
        Assert.Equal((Math.Round(1 - Math.Pow(0.9, 10), 5), 1.0, 10), (losses.Median, losses.Loss, losses.LongestStreak));
        Assert.Equal(DrawdownOutlook.Of([1, -1], 50, 500, 0.01, 7, default), DrawdownOutlook.Of([1, -1], 50, 500, 0.01, 7, default));
    }

    [Fact]
    public async Task MonteCarlo_WarnsOfALimitThatTradesWillReach()
    {
        using var stage = await MarketStage.SyntheticAsync(Saturday, years: 1);
        Assert.Contains("0 closed trades", await stage.SkipAsync(new MonteCarloHandler(), new MonteCarloArguments()));
        TradeScene.Write(stage, [.. Enumerable.Range(0, 30).Select(i => TradeScene.Trade($"2026-11-{1 + (i % 20):00}", i % 3 == 0 ? 1.0 : -1))]);

        var result = await stage.SucceedAsync(new MonteCarloHandler(), new MonteCarloArguments());

        Assert.Equal(30, result.Evidence.Counts["trades"]);
        Assert.True(result.Facts[0].Value.GetProperty("one_in_twenty").GetDouble() > 0.1);
        Assert.Contains("more than the limit", Assert.Single(stage.Discoveries).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MonteCarlo_DrawsFromABacktest()
    {
        using var stage = await MarketStage.SyntheticAsync(Saturday, years: 4);

        var result = await stage.SucceedAsync(new MonteCarloHandler(), new MonteCarloArguments("mean-reversion", Paths: 200));

        Assert.True(result.Evidence.Counts["trades"] >= 20);
        Assert.Empty(result.Facts);
    }

    private static T Read<T>(TaskResult.Succeeded result) =>
        System.Text.Json.JsonSerializer.Deserialize<T>(File.ReadAllBytes(result.Evidence.Outputs[0].Path), System.Text.Json.JsonSerializerOptions.Web)!;

    private static void Write<T>(TaskResult.Succeeded result, T content) =>
        File.WriteAllBytes(result.Evidence.Outputs[0].Path, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(content, System.Text.Json.JsonSerializerOptions.Web));
}
