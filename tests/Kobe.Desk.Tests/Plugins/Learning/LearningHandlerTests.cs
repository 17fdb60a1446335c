using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Scoring;
using Kobe.Plugins.Learning.Training;
using Kobe.Plugins.Learning.Watching;

namespace Kobe.Desk.Tests.Plugins.Learning;

/// <summary>The way of a model: features, challenger, contest, scores, drift, end.</summary>
public sealed class LearningHandlerTests
{
    private static readonly RetrainArguments Daily = new(Horizon: 1);
    private static readonly ModelArguments Model = new(Horizon: 1);

    [Fact]
    public async Task Features_ArePublishedWithTheirFingerprint()
    {
        using var stage = await LearningScene.MarketAsync(0);

        var first = await stage.SucceedAsync(new FeaturesHandler(), new FeatureArguments());
        var again = await stage.SucceedAsync(new FeaturesHandler(), new FeatureArguments());
        var month = await stage.SucceedAsync(new FeaturesHandler(), new FeatureArguments(21));

        Assert.Equal(first.Evidence.Ids, again.Evidence.Ids);
        Assert.NotEqual(first.Evidence.Ids, month.Evidence.Ids);
        Assert.Equal("features.daily", Assert.Single(first.Facts).Name);
        Assert.Empty(month.Facts);
        using var empty = new HandlerStage(LearningScene.Evening);
        Assert.Contains("65 daily bars", await empty.SkipAsync(new FeaturesHandler(), new FeatureArguments()));
    }

    [Fact]
    public async Task Retraining_IsSkipped_WhileTheFingerprintIsUnchanged()
    {
        using var stage = await LearningScene.MarketAsync(0.5);

        var trained = await stage.SucceedAsync(new RetrainHandler(), Daily);
        Assert.Contains("fingerprint is unchanged", await stage.SkipAsync(new RetrainHandler(), Daily));

        // Other costs of weights are another question; so is another horizon.
        await stage.SucceedAsync(new RetrainHandler(), Daily with { Ridge = 5 });
        await stage.SucceedAsync(new RetrainHandler(), Daily with { Horizon = 5 });
        Assert.True(trained.Evidence.Counts["rows"] > 300);
    }

    [Fact]
    public async Task Retraining_IsSkipped_ForOneNewDate_AndDoneForFive()
    {
        using var stage = await MarketStage.PlantedAsync(Evening(10), LearningScene.Symbols(0.5));
        await stage.SucceedAsync(new RetrainHandler(), Daily);
        await LaterAsync(stage, 9);
        Assert.Contains("nothing drifted", await stage.SkipAsync(new RetrainHandler(), Daily));
        await LaterAsync(stage, 4);
        await stage.SucceedAsync(new RetrainHandler(), Daily);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retraining_IsDoneBeforeItsTime_WhenTheMarketIsAnother(bool isAnother)
    {
        var symbols = LearningScene.Symbols(0, 500).ToDictionary(pair => pair.Key, pair => pair.Value.Select((bar, i) => i < 478 || !isAnother ? bar : bar with
        {
            Close = bar.Close * (i % 2 == 0 ? 1.06 : 0.94), High = bar.High * 1.08, Low = bar.Low * 0.92,
        }).ToArray());
        using var stage = await MarketStage.PlantedAsync(Evening(22), symbols);
        await stage.SucceedAsync(new RetrainHandler(), Daily with { EverySessions = 60 });
        await LaterAsync(stage, 0);

        if (isAnother)
        {
            await stage.SucceedAsync(new RetrainHandler(), Daily with { EverySessions = 60 });
        }
        else
        {
            Assert.Contains("nothing drifted", await stage.SkipAsync(new RetrainHandler(), Daily with { EverySessions = 60 }));
        }
    }

    [Fact]
    public async Task FewRows_AreNoTraining()
    {
        using var stage = await LearningScene.MarketAsync(0.5, 120);
        Assert.Contains("300 are needed", await stage.SkipAsync(new RetrainHandler(), Daily));
        Assert.IsType<TaskResult.Fatal>(await stage.RunAsync(new RetrainHandler(), Daily with { Horizon = 0 }));
    }

    [Fact]
    public async Task ModelOfAMarketThatCanBeLearnt_IsPromoted_AndOneOfChanceIsNot()
    {
        using var stage = await LearningScene.MarketAsync(0.5);
        Assert.Contains("no challenger", await stage.SkipAsync(new PromoteHandler(), Model));
        await stage.SucceedAsync(new RetrainHandler(), Daily);
        var promoted = await stage.SucceedAsync(new PromoteHandler(), Model);
        Assert.Equal(1, promoted.Evidence.Counts["promoted"]);
        Assert.Contains("new champion", Assert.Single(stage.Discoveries).Title, StringComparison.Ordinal);
        Assert.Contains("champion already", await stage.SkipAsync(new PromoteHandler(), Model));

        using var chance = await LearningScene.MarketAsync(0);
        await chance.SucceedAsync(new RetrainHandler(), Daily);
        var kept = await chance.SucceedAsync(new PromoteHandler(), Model);
        Assert.Equal(0, kept.Evidence.Counts["promoted"]);
        Assert.Empty(chance.Discoveries);
        Assert.False(File.Exists(PathOf(chance, "champion.json")));
    }

    [Fact]
    public async Task WorseChallenger_DoesNotTakeTheChampionsPlace()
    {
        using var stage = await LearningScene.MarketAsync(0.5);
        await stage.SucceedAsync(new RetrainHandler(), Daily);
        await stage.SucceedAsync(new PromoteHandler(), Model);
        var before = await File.ReadAllTextAsync(PathOf(stage, "champion.json"), TestContext.Current.CancellationToken);

        await stage.SucceedAsync(new RetrainHandler(), Daily with { Ridge = 1e6 });
        var kept = await stage.SucceedAsync(new PromoteHandler(), Model);

        Assert.Equal(0, kept.Evidence.Counts["promoted"]);
        Assert.Equal(before, await File.ReadAllTextAsync(PathOf(stage, "champion.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task BetterChallenger_TakesIt_AndTheFormerOneIsKept()
    {
        using var stage = await LearningScene.MarketAsync(0.5);
        await stage.SucceedAsync(new RetrainHandler(), Daily with { Ridge = 3000 });
        await stage.SucceedAsync(new PromoteHandler(), Model);
        await stage.SucceedAsync(new RetrainHandler(), Daily);

        var promoted = await stage.SucceedAsync(new PromoteHandler(), Model);

        Assert.Equal(1, promoted.Evidence.Counts["promoted"]);
        Assert.True(File.Exists(PathOf(stage, "former.json")));
    }

    [Fact]
    public async Task Scores_ComeFromTheChampion_AndFromRulesWithoutOne()
    {
        using var stage = await LearningScene.MarketAsync(0.5);
        var rules = Scores(await stage.SucceedAsync(new ScoreHandler(), new ScoreArguments(Horizon: 1)));
        Assert.True(rules.FellBack);
        Assert.All(rules.Scores, score => Assert.InRange(score.Probability, 0.43, 0.57));

        await stage.SucceedAsync(new RetrainHandler(), Daily);
        await stage.SucceedAsync(new PromoteHandler(), Model);
        var scores = Scores(await stage.SucceedAsync(new ScoreHandler(), new ScoreArguments(Horizon: 1)));

        Assert.False(scores.FellBack);
        Assert.Equal(6, scores.Scores.Count);
        Assert.True(scores.Scores[0].Probability > scores.Scores[^1].Probability);

        // What fell today rises tomorrow in this market: the likeliest rise is that of a symbol that fell.
        var desk = DeskSession.Of(stage.Context());
        var bars = desk.Daily(scores.Scores[0].Symbol);
        Assert.True(bars[^1].Close < bars[^2].Close);
    }

    [Fact]
    public async Task Scores_AreForTodaysIdeas_UnderTheRowsFact_AndNotByAnOldModel()
    {
        using var stage = await LearningScene.MarketAsync(0.5);
        await stage.SucceedAsync(new RetrainHandler(), Daily);
        await stage.SucceedAsync(new PromoteHandler(), Model);
        stage.Publish(Fact.Of("signals.swing", new { Date = "2026-11-20", Ideas = new[] { new { Symbol = "S2" } } }));

        var result = await stage.SucceedAsync(new ScoreHandler(), new ScoreArguments(Horizon: 1, Fact: "scores.day"));
        Assert.Equal(("scores.day", "S2"), (result.Facts[0].Name, Assert.Single(Scores(result).Scores).Symbol));

        stage.Time.Pass(TimeSpan.FromDays(60));
        Assert.True(Scores(await stage.SucceedAsync(new ScoreHandler(), new ScoreArguments(Horizon: 1))).FellBack);
    }

    [Fact]
    public async Task Model_IsCalibrated_Weighed_Reviewed_AndRanked()
    {
        using var stage = await LearningScene.MarketAsync(0.5);
        foreach (var handler in new ITaskHandler[] { new CalibrateHandler(), new ImportanceHandler(), new ReviewHandler(), new DriftHandler() })
        {
            Assert.Contains("no model", await stage.SkipAsync(handler, Model));
        }

        Assert.Contains("no model yet", await stage.SkipAsync(new CompareHandler()));
        await stage.SucceedAsync(new RetrainHandler(), Daily);

        var calibrated = await stage.SucceedAsync(new CalibrateHandler(), Model);
        var weighed = await stage.SucceedAsync(new ImportanceHandler(), Model);
        var reviewed = await stage.SucceedAsync(new ReviewHandler(), Model);
        var drift = await stage.SucceedAsync(new DriftHandler(), Model);
        var ranked = await stage.SucceedAsync(new CompareHandler());

        Assert.True(calibrated.Evidence.Counts["rows"] > 100);
        using var file = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(calibrated.Evidence.Outputs[0].Path, TestContext.Current.CancellationToken));
        var (before, after) = (file.RootElement.GetProperty("before").GetProperty("brier").GetDouble(), file.RootElement.GetProperty("after").GetProperty("brier").GetDouble());
        Assert.NotEqual(before, after);
        Assert.Equal(after < before ? 1L : 0L, calibrated.Evidence.Counts["better"]);
        Assert.Equal("return1", weighed.Evidence.Ids[^1].Id); // what was planted
        Assert.True(reviewed.Evidence.Counts["groups"] >= 6);
        Assert.False(drift.Facts[0].Value.GetProperty("drift").GetBoolean());
        Assert.Equal(1, ranked.Evidence.Counts["better_than_constant"]);
    }

    [Fact]
    public async Task Drift_ShowsWhenTheMarketTurnsWild()
    {
        var calm = LearningScene.Symbols(0, 500);
        var wild = calm.ToDictionary(pair => pair.Key, pair => pair.Value.Select((bar, i) => i < 478 ? bar : bar with
        {
            Open = bar.Open, Close = bar.Close * (i % 2 == 0 ? 1.06 : 0.94), High = bar.High * 1.08, Low = bar.Low * 0.92,
        }).ToArray());
        using var stage = await MarketStage.PlantedAsync(LearningScene.Evening, wild);
        await stage.SucceedAsync(new RetrainHandler(), Daily);

        var drift = await stage.SucceedAsync(new DriftHandler(), Model);

        Assert.True(drift.Facts[0].Value.GetProperty("drift").GetBoolean());
    }

    [Fact]
    public async Task Drift_IsOfSessionsThatTheModelHasNotLearnt()
    {
        using var stage = await LearningScene.MarketAsync(0);
        await stage.SucceedAsync(new RetrainHandler(), Daily with { HeldDays = 10 });

        var drift = await stage.SucceedAsync(new DriftHandler(), Model);

        // Ten that are held back, the horizon before them, and the last one, whose outcome is not known: of six symbols.
        Assert.Equal(6 * 12, drift.Evidence.Counts["rows"]);
    }

    [Fact]
    public async Task OldChampion_IsRetired_AndAYoungOneIsNot()
    {
        using var stage = await LearningScene.MarketAsync(0.5);
        Assert.Contains("no champion", await stage.SkipAsync(new ExpireHandler(), new ExpireArguments()));
        await stage.SucceedAsync(new RetrainHandler(), Daily);
        await stage.SucceedAsync(new PromoteHandler(), Model);
        Assert.Equal(0, (await stage.SucceedAsync(new ExpireHandler(), new ExpireArguments())).Evidence.Counts["retired"]);

        stage.Time.Pass(TimeSpan.FromDays(91));
        var retired = await stage.SucceedAsync(new ExpireHandler(), new ExpireArguments());

        Assert.Equal(1, retired.Evidence.Counts["retired"]);
        Assert.False(File.Exists(PathOf(stage, "champion.json")));
        Assert.Contains("no champion", await stage.SkipAsync(new ExpireHandler(), new ExpireArguments()));
    }

    [Fact]
    public async Task Search_AndWalkForward_SeeThePlantedEffect()
    {
        using var stage = await LearningScene.MarketAsync(0.5);

        var search = await stage.SucceedAsync(new SearchHandler(), new SearchArguments());
        var walk = await stage.SucceedAsync(new ModelWalkHandler(), Model);

        Assert.Equal(12, search.Evidence.Counts["choices"]);
        Assert.StartsWith("1d", search.Evidence.Ids[0].Id, StringComparison.Ordinal);
        Assert.Equal(walk.Evidence.Counts["stretches"], walk.Evidence.Counts["better"]);
        using var few = await LearningScene.MarketAsync(0.5, 100);
        Assert.Contains("300 rows", await few.SkipAsync(new SearchHandler(), new SearchArguments()));
        Assert.Contains("300 rows", await few.SkipAsync(new ModelWalkHandler(), Model));
    }

    private static ScoresToday Scores(TaskResult.Succeeded result) =>
        new PublishedFact(result.Facts[0].Name, result.Facts[0].Value, default, "").As<ScoresToday>()!;

    private static string PathOf(HandlerStage stage, string name) => Path.Combine(stage.State, "desk", "models", "logistic-1d-universe", name);

    // The evening so many sessions before the last one.
    private static DateTimeOffset Evening(int sessions)
    {
        var day = Exchange.Xnys.On(new(2026, 11, 20));
        for (var i = 0; i < sessions; i++)
        {
            day = Exchange.Xnys.PreviousSession(day.Date)!;
        }

        return day.Session!.Close.AddHours(3);
    }

    private static Task LaterAsync(HandlerStage stage, int sessions)
    {
        stage.Time.Set(Evening(sessions));
        return MarketStage.StoreAsync(stage, DateTimeOffset.MinValue);
    }
}
