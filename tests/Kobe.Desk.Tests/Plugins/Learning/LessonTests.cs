using Kobe.Desk.Studies;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Learning.Lessons;

namespace Kobe.Desk.Tests.Plugins.Learning;

/// <summary>What trades teach, and when it is enough for a rule.</summary>
public sealed class LessonTests
{
    private static readonly DateTimeOffset Evening = HandlerStage.At("2026-11-20", "20:40");

    // Mondays lose, all other days win a little; hours are as good as each other.
    private static TradeLine[] Trades() =>
    [
        .. from day in Enumerable.Range(1, 60)
           let date = new DateOnly(2026, 9, 1).AddDays(day)
           where date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
           select TradeScene.Trade($"{date:yyyy-MM-dd}", date.DayOfWeek == DayOfWeek.Monday ? -0.8 - (day % 3 * 0.1) : 0.6 + (day % 4 * 0.1)),
    ];

    [Fact]
    public async Task PlantedLesson_IsFoundOnce_AndBecomesARuleWhenItIsFoundAgain()
    {
        using var stage = new HandlerStage(Evening);
        Assert.Contains("0 trades", await stage.SkipAsync(new LessonsHandler(), new LessonArguments(LessonBy.Weekday)));
        Assert.Contains("no lesson yet", await stage.SkipAsync(new DigestHandler(), new DigestArguments()));
        TradeScene.Write(stage, Trades());

        var found = await stage.SucceedAsync(new LessonsHandler(), new LessonArguments(LessonBy.Weekday));
        await stage.SucceedAsync(new LessonsHandler(), new LessonArguments(LessonBy.Weekday));
        var early = await stage.SucceedAsync(new DigestHandler(), new DigestArguments());

        Assert.Contains(stage.Discoveries, lesson => lesson.Title.StartsWith("SYNTHETIC: Avoid weekday 'Monday'", StringComparison.Ordinal));
        Assert.Equal(found.Evidence.Counts["found"], stage.Discoveries.Count);
        Assert.Equal(0, early.Evidence.Counts["rules"]); // twice on one date is once

        stage.Time.Pass(TimeSpan.FromDays(1));
        await stage.SucceedAsync(new LessonsHandler(), new LessonArguments(LessonBy.Weekday));
        var digest = await stage.SucceedAsync(new DigestHandler(), new DigestArguments());
        Assert.Equal(found.Evidence.Counts["found"], digest.Evidence.Counts["rules"]);
        Assert.Contains(digest.Facts[0].Value.GetProperty("names").EnumerateArray(), name => name.GetString() == "weekday Monday");

        var told = stage.Discoveries.Count;
        await stage.SucceedAsync(new DigestHandler(), new DigestArguments());
        Assert.Equal(told, stage.Discoveries.Count);
        Assert.Contains("0 trades", await stage.SkipAsync(new LessonsHandler(), new LessonArguments(LessonBy.Weekday, Days: 20)));
    }

    [Theory]
    [InlineData(LessonBy.Hour)]
    [InlineData(LessonBy.Strategy)]
    [InlineData(LessonBy.Stop)]
    [InlineData(LessonBy.Symbol)]
    [InlineData(LessonBy.Length)]
    [InlineData(LessonBy.Sector)]
    public async Task WhatAllTradesHaveInCommon_IsNoLesson(LessonBy by)
    {
        using var stage = new HandlerStage(Evening);
        TradeScene.Write(stage, Trades());

        var result = await stage.SucceedAsync(new LessonsHandler(), new LessonArguments(by));

        Assert.Equal(0, result.Evidence.Counts["found"]);
        Assert.Empty(stage.Discoveries);
    }

    [Fact]
    public async Task Reflection_SaysWhatWentWellAndWrong_AndWhetherProbabilitiesCameTrue()
    {
        using var stage = new HandlerStage(Evening);
        Assert.Contains("No trade was closed", await stage.SkipAsync(new ReflectHandler(), new ReflectArguments()));
        TradeScene.Write(
            stage, TradeScene.Trade("2026-11-13", 1, symbol: "BRAVO"), TradeScene.Trade("2026-11-17", 3, symbol: "BRAVO"),
            TradeScene.Trade("2026-11-20", 2.5), TradeScene.Trade("2026-11-20", -1.4, symbol: "DELTA"),
            TradeScene.Trade("2026-11-20", -0.2, symbol: "ECHO", best: 180));
        stage.Publish(Contracts.Fact.Of(
            "scores.today", new { Date = "2026-11-20", Model = "m", Scores = new[] { new { Symbol = "ALFA", Probability = 0.7 } }, Drift = false, FellBack = false }));

        var day = await stage.SucceedAsync(new ReflectHandler(), new ReflectArguments());
        var week = await stage.SucceedAsync(new ReflectHandler(), new ReflectArguments(ReflectSpan.Week));

        var page = await File.ReadAllTextAsync(day.Evidence.Outputs[0].Path, TestContext.Current.CancellationToken);
        Assert.Contains("SYNTHETIC: 3 trades made 90.00 dollars.", page, StringComparison.Ordinal);
        Assert.Contains("ALFA (trend-pullback) made 2.5 R", page, StringComparison.Ordinal);
        Assert.Contains("DELTA (trend-pullback) lost 1.4 R", page, StringComparison.Ordinal);
        Assert.Contains("ECHO (trend-pullback) was 1.8 R ahead", page, StringComparison.Ordinal);
        Assert.Contains("gave 0.70 on the mean; 1.00 made something", page, StringComparison.Ordinal);
        Assert.Equal((3, 4), (day.Evidence.Counts["trades"], week.Evidence.Counts["trades"]));
        Assert.NotEqual(day.Evidence.Outputs[0].Path, week.Evidence.Outputs[0].Path);
    }
}
