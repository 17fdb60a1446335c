using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;
using Kobe.Desk.Bars;
using Kobe.Desk.Randomness;
using Kobe.Desk.Studies;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Hypotheses;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>Ideas are found when they were planted, and not when prices are chance.</summary>
public sealed class HypothesisTests
{
    private static readonly DateTimeOffset Evening = HandlerStage.At("2026-11-23", "20:30");
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly MarketClock Clock =
        new CalendarSet([BuiltInCalendars.Xnys(Zones.NewYork)], PhaseTable.BuiltIn, BuiltInEvents.Rules).Default;

    [Fact]
    public void Catalogue_HasDozensOfIdeas_EachWithANameOfItsOwn()
    {
        Assert.True(HypothesisCatalogue.All.Count >= 25);
        Assert.Distinct(HypothesisCatalogue.All.Select(idea => idea.Name));
        Assert.All(HypothesisCatalogue.All, idea => Assert.Matches("^[a-z0-9-]+$", idea.Name));
        Assert.Equal(2 * HypothesisCatalogue.All.Count, HypothesisCatalogue.Family);
    }

    [Fact]
    public void Chance_MakesHardlyAnyDiscovery()
    {
        // Eight markets of chance and every idea: 400 questions. The threshold lets one in twenty such lists have one.
        var found = (from seed in Enumerable.Range(1, 8)
                     let market = Market(Chance(seed, 8, 760))
                     from idea in HypothesisCatalogue.All
                     let samples = idea.Draw(market)
                     where samples.Marked.Count > 1 && Verdict.Of(samples, HypothesisCatalogue.Family).IsDiscovery
                     select $"{idea.Name} under seed {seed}").ToList();

        Assert.True(found.Count <= 1, string.Join(", ", found));
    }

    [Fact]
    public void PlantedMondays_AreFound_AndTuesdaysAreNot()
    {
        var market = Market(Chance(1, 3, 760, (bar, _) => bar.Start.DayOfWeek == DayOfWeek.Monday ? 0.01 : 0));

        Assert.True(Judged("monday", market).IsDiscovery);
        Assert.True(Judged("monday", market).Test.Distance > 0.005);
        Assert.False(Judged("tuesday", market).IsDiscovery);
    }

    [Fact]
    public void PlantedEffectInOneHalfOnly_IsNoDiscovery()
    {
        var market = Market(Chance(1, 3, 760, (bar, i) => bar.Start.DayOfWeek == DayOfWeek.Monday ? i < 380 ? 0.02 : -0.004 : 0));

        var verdict = Judged("monday", market);

        Assert.True(verdict.Adjusted < 0.05);
        Assert.False(verdict.IsSteady);
        Assert.False(verdict.IsDiscovery);
    }

    [Fact]
    public void PlantedFadeOfGaps_IsFound()
    {
        // Nights jump by two percent to either side; the day takes half of it back.
        var random = new SeededRandom(3);
        var market = Market([.. Enumerable.Range(0, 3).Select(_ =>
        {
            var price = 100.0;
            return Dated(400, day =>
            {
                var open = price * Math.Exp(0.02 * random.Normal());
                var close = open * Math.Exp((-0.5 * Math.Log(open / price)) + (0.003 * random.Normal()));
                price = close;
                return (open, close, 1e6);
            });
        })]);

        Assert.True(Judged("gap-up-fades", market).IsDiscovery);
        Assert.True(Judged("gap-up-fades", market).Test.Distance < 0);
        Assert.True(Judged("gap-down-fades", market).Test.Distance > 0);
        Assert.False(Judged("january", market).IsDiscovery);
    }

    [Fact]
    public void PlantedMomentum_IsFound_AndItsReverseIsNot()
    {
        // Half of the symbols drift upwards for good, half downwards.
        var market = Market([.. Enumerable.Range(0, 8).Select(i => Walk(i + 1, 760, (_, _) => i % 2 == 0 ? 0.002 : -0.002))]);

        Assert.True(Judged("momentum-63", market).IsDiscovery);
        Assert.True(Judged("momentum-63", market).Test.Mean > 0);
        Assert.True(Judged("reversal-5", market).Test.Mean < 0);
    }

    [Fact]
    public void VolatilityThatHangsTogether_IsFound()
    {
        // Calm and wild months in turns.
        var random = new SeededRandom(5);
        var market = Market([.. Enumerable.Range(0, 2).Select(_ =>
        {
            var price = 100.0;
            return Dated(1000, day =>
            {
                var open = price;
                price *= Math.Exp((day / 25 % 2 == 0 ? 0.004 : 0.04) * random.Normal());
                return (open, price, 1e6);
            });
        })]);

        Assert.True(Judged("volatility-after-shock", market).IsDiscovery);
    }

    [Fact]
    public async Task Handler_KeepsTheAnswer_AndReportsADiscoveryOnce()
    {
        using var stage = await PlantedAsync();
        var what = new HypothesisArguments("monday", "index", 3);

        var first = await stage.SucceedAsync(new HypothesisHandler(), what);
        var second = await stage.SucceedAsync(new HypothesisHandler(), what);

        Assert.Equal(1, first.Evidence.Counts["discovery"]);
        Assert.Contains("Mondays", Assert.Single(stage.Discoveries).Title, StringComparison.Ordinal);
        Assert.Contains("questions", stage.Discoveries[0].Detail, StringComparison.Ordinal);
        Assert.Equal(first.Evidence.Outputs[0], second.Evidence.Outputs[0]);
        Assert.EndsWith("monday-index-3y.json", first.Evidence.Outputs[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAName_TheNextIdeaIsTaken()
    {
        using var stage = await PlantedAsync();

        var first = await stage.SucceedAsync(new HypothesisHandler(), new HypothesisArguments(Scope: "index"));
        var second = await stage.SucceedAsync(new HypothesisHandler(), new HypothesisArguments(Scope: "index"));

        Assert.Equal(HypothesisCatalogue.All[0].Name, first.Evidence.Ids[0].Id);
        Assert.Equal(HypothesisCatalogue.All[1].Name, second.Evidence.Ids[0].Id);
    }

    [Fact]
    public async Task UnknownIdea_IsRefusedWithTheList_AndNoBarsAreSkipped()
    {
        using var stage = new HandlerStage(Evening);

        var fatal = Assert.IsType<TaskResult.Fatal>(await stage.RunAsync(new HypothesisHandler(), new HypothesisArguments("mondai")));
        Assert.Contains("monday", fatal.Error, StringComparison.Ordinal);
        Assert.Contains("marketdata.daily_bars", await stage.SkipAsync(new HypothesisHandler(), new HypothesisArguments("monday")));
    }

    [Fact]
    public async Task Findings_JudgeAllAnswersTogether()
    {
        using var stage = await PlantedAsync();
        Assert.Contains("research.hypothesis", await stage.SkipAsync(new FindingsHandler(), new FindingsArguments()));
        foreach (var name in new[] { "monday", "september", "january", "first-half-of-month" })
        {
            await stage.RunAsync(new HypothesisHandler(), new HypothesisArguments(name, "index", 3));
        }

        var result = await stage.SucceedAsync(new FindingsHandler(), new FindingsArguments());

        Assert.Equal(4, result.Evidence.Counts["tried"]);
        Assert.Equal(["monday (index)"], result.Facts[0].Value.GetProperty("held").EnumerateArray().Select(one => one.GetString()));
    }

    private static Verdict Judged(string name, StudyMarket market) =>
        Verdict.Of(HypothesisCatalogue.Find(name)!.Draw(market), HypothesisCatalogue.Family);

    private static Task<HandlerStage> PlantedAsync() => MarketStage.PlantedAsync(
        Evening, new Dictionary<string, Bar[]> { ["SPY"] = Walk(1, 700, (bar, _) => bar.Start.DayOfWeek == DayOfWeek.Monday ? 0.01 : 0) });

    private static StudyMarket Market(IReadOnlyList<Bar[]> symbols) => new(
        PricePanel.Of([.. symbols.Select((bars, i) => new BarSeries(new($"S{i}", BarInterval.Day, Adjustment.All, "test"), bars))], 5000),
        Clock, symbol => symbol is "S0" or "S1" ? "one" : "two");

    private static Bar[][] Chance(int seed, int symbols, int days, Func<Bar, int, double>? planted = null) =>
        [.. Enumerable.Range(0, symbols).Select(i => Walk((100 * seed) + i, days, planted))];

    // A common part, a part of its own, gaps at night, ranges and volumes of their own: chance with the looks of a market.
    private static Bar[] Walk(int seed, int days, Func<Bar, int, double>? planted = null)
    {
        var (own, common) = (new SeededRandom((ulong)seed), new SeededRandom((ulong)(seed / 100)).Split("common"));
        var price = 100.0;
        return Dated(days, day =>
        {
            var open = price * Math.Exp(0.004 * own.Normal());
            price = open * Math.Exp((0.006 * common.Normal()) + (0.008 * own.Normal()));
            return (open, price, 1e6 * Math.Exp(0.4 * own.Normal()));
        }, planted);
    }

    private static Bar[] Dated(int days, Func<int, (double Open, double Close, double Volume)> made, Func<Bar, int, double>? planted = null)
    {
        var bars = MarketStage.Closes(Today, new double[days]);
        var shift = 1.0;
        for (var i = 0; i < days; i++)
        {
            var (open, close, volume) = made(i);
            var before = shift;
            shift *= Math.Exp(planted?.Invoke(bars[i], i) ?? 0);
            (open, close) = (open * before, close * shift);
            bars[i] = new(bars[i].StartTicks, bars[i].EndTicks, open, Math.Max(open, close) * 1.003, Math.Min(open, close) * 0.997, close, Math.Round(volume));
        }

        return bars;
    }
}
