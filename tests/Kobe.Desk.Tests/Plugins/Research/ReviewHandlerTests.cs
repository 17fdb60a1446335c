using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Reviews;
using Kobe.Plugins.Research.Risks;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>What was done against what was planned.</summary>
public sealed class ReviewHandlerTests
{
    private static readonly DateTimeOffset Evening = HandlerStage.At("2026-11-23", "16:30");

    [Fact]
    public void Review_NamesWhatWasNotAsPlanned()
    {
        Assert.Empty(TradeReview.Of(TradeScene.Trade("2026-11-23", 1)).Faults);
        Assert.Empty(TradeReview.Of(TradeScene.Trade("2026-11-23", -1.05)).Faults);
        Assert.Equal([TradeReview.BeyondStop], TradeReview.Of(TradeScene.Trade("2026-11-23", -1.5)).Faults);
        Assert.Equal([TradeReview.GivenBack], TradeReview.Of(TradeScene.Trade("2026-11-23", -0.5, best: 150)).Faults);
        Assert.Equal([TradeReview.NoStop, TradeReview.NoStrategy], TradeReview.Of(TradeScene.Trade("2026-11-23", 1, "") with { Stop = null, R = null }).Faults);
        Assert.Equal((0.5, 1.5), (TradeReview.Of(TradeScene.Trade("2026-11-23", 1, best: 200)).Kept!.Value, TradeReview.Of(TradeScene.Trade("2026-11-23", -1.5)).Heat!.Value));
    }

    [Fact]
    public async Task TradeReview_LooksAtTheDatesTrades()
    {
        using var stage = new HandlerStage(Evening);
        Assert.Contains("No trade was closed", await stage.SkipAsync(new TradeReviewHandler(), new SpanArguments()));
        TradeScene.Write(stage, TradeScene.Trade("2026-11-20", 3), TradeScene.Trade("2026-11-23", 2), TradeScene.Trade("2026-11-23", -1.5));

        var day = await stage.SucceedAsync(new TradeReviewHandler(), new SpanArguments());
        var week = await stage.SucceedAsync(new TradeReviewHandler(), new SpanArguments(7));

        Assert.Equal((2, 3), (day.Evidence.Counts["trades"], week.Evidence.Counts["trades"]));
        Assert.Equal(0.25, day.Facts[0].Value.GetProperty("mean_multiple").GetDouble());
        Assert.Equal((2, 1), (day.Facts[0].Value.GetProperty("trades").GetInt32(), day.Facts[0].Value.GetProperty("wins").GetInt32()));
        Assert.Empty(week.Facts);
        Assert.Contains("lost more than their stop", stage.Discoveries[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadLineOfTheJournal_IsNamed()
    {
        using var stage = new HandlerStage(Evening);
        TradeScene.Write(stage, TradeScene.Trade("2026-11-23", 2));
        await File.AppendAllTextAsync(Path.Combine(stage.State, "desk", "paper", "trades.jsonl"), "{oops\n", TestContext.Current.CancellationToken);

        var bad = await Assert.ThrowsAsync<InvalidDataException>(() => stage.RunAsync(new TradeReviewHandler(), new SpanArguments()));

        Assert.Contains("line 2", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StrategyHealth_TellsKeepFromRetire()
    {
        using var stage = new HandlerStage(Evening);
        Assert.Contains("ever closed", await stage.SkipAsync(new StrategyHealthHandler()));
        TradeScene.Write(stage,
        [
            .. Enumerable.Range(1, 15).Select(i => TradeScene.Trade($"2026-11-{i:00}", i % 2 == 0 ? 1.5 : -0.5, "good")),
            .. Enumerable.Range(1, 15).Select(i => TradeScene.Trade($"2026-11-{i:00}", i % 5 == 0 ? 0.2 : -0.9, "bad")),
            .. Enumerable.Range(1, 3).Select(i => TradeScene.Trade($"2026-11-{i:00}", -1, "new")),
        ]);

        var result = await stage.SucceedAsync(new StrategyHealthHandler());

        var advice = result.Facts[0].Value.GetProperty("standings").EnumerateArray()
            .ToDictionary(one => one.GetProperty("strategy").GetString()!, one => one.GetProperty("advice").GetString());
        Assert.Equal(("keep", "retire", "too few"), (advice["good"], advice["bad"], advice["new"]));
        Assert.Contains("bad", Assert.Single(stage.Discoveries).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeekReview_BeginsWithMonday()
    {
        using var stage = new HandlerStage(HandlerStage.At("2026-11-27", "14:15"));
        var night = TradeScene.Trade("2026-11-24", -1) with { ClosedAt = HandlerStage.At("2026-11-25", "10:00") };
        TradeScene.Write(stage, TradeScene.Trade("2026-11-20", 5), TradeScene.Trade("2026-11-23", 2), night);

        var result = await stage.SucceedAsync(new WeekReviewHandler());

        Assert.Equal(2, result.Evidence.Counts["trades"]);
        using var file = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(result.Evidence.Outputs[0].Path, TestContext.Current.CancellationToken));
        Assert.Equal(
            [("over night", -100.0), ("within a day", 200.0)],
            file.RootElement.GetProperty("byLength").EnumerateArray().Select(one => (one.GetProperty("name").GetString()!, one.GetProperty("gain").GetDouble())));
        Assert.Equal(["1 Monday", "2 Tuesday"], file.RootElement.GetProperty("byWeekday").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(("2026-11-23", 100.0), (result.Facts[0].Value.GetProperty("from").GetString(), result.Facts[0].Value.GetProperty("gain").GetDouble()));
        stage.Time.Pass(TimeSpan.FromDays(5));
        Assert.Contains("2026-11-30", await stage.SkipAsync(new WeekReviewHandler()));
    }

    [Theory] // from the second minute on: low, high; entry 100, stop 99, target 102
    [InlineData(99.5, 101, "close", 1.0)]
    [InlineData(98.5, 101, "stop", -1.0)]
    [InlineData(99.5, 103, "target", 2.0)]
    [InlineData(98.5, 103, "stop", -1.0)] // both: the worse is taken
    public void PlannedTrade_IsPlayedOnMinutes(double low, double high, string way, double multiple)
    {
        var open = Exchange.Open("2026-11-23");
        Bar[] minutes = [new(open, open.AddMinutes(1), 100.5, 100.6, 99.9, 100.2, 1), new(open.AddMinutes(1), open.AddMinutes(2), 100.2, high, low, 101, 1)];

        var played = PlannedTrade.Of("ALFA", "x", 100, 99, 102, minutes);

        Assert.Equal((way, multiple, 100.0), (played.Way, played.Multiple!.Value, played.Entered!.Value));
        Assert.Equal("never", PlannedTrade.Of("ALFA", "x", 90, 89, null, minutes).Way);
    }

    [Fact]
    public async Task ReplayDay_ComparesThePlanWithWhatWasTraded()
    {
        using var stage = await MarketStage.SyntheticAsync(Evening, years: 1);
        Assert.Contains("no ideas", await stage.SkipAsync(new ReplayDayHandler()));
        var minutes = await DeskSession.Of(stage.Context()).TodayAsync("ALFA", TestContext.Current.CancellationToken);
        var free = minutes[45].Close;
        stage.Publish(Fact.Of("plan.today", new
        {
            Date = "2026-11-23",
            Ideas = new[] { new { Symbol = "ALFA", Strategy = "x", Entry = free * 1.5, Stop = free * 0.5, Target = (double?)(free * 0.9) } },
        }));

        var result = await stage.SucceedAsync(new ReplayDayHandler());

        Assert.Equal((1, 1, 1), (result.Evidence.Counts["ideas"], result.Evidence.Counts["would_trade"], result.Evidence.Counts["differ"]));
        Assert.Contains("ALFA target", Assert.Single(stage.Discoveries).Detail, StringComparison.Ordinal);
        TradeScene.Write(stage, TradeScene.Trade("2026-11-23", 1));
        Assert.Equal(0, (await stage.SucceedAsync(new ReplayDayHandler())).Evidence.Counts["differ"]);
    }

    [Fact]
    public async Task Slippage_AndLimits_AreReadFromTheAccount()
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "11:00"), years: 1);
        Assert.Contains("Nothing was filled", await stage.SkipAsync(new SlippageHandler()));
        var desk = await DeskSession.Of(stage.Context()).TradingAsync(TestContext.Current.CancellationToken);
        var price = (decimal)(await DeskSession.Of(stage.Context()).TodayAsync("ALFA", TestContext.Current.CancellationToken))[^1].Close;
        await stage.Time.RunAsync(desk.Door.SubmitAsync(new()
        {
            Key = "orb@2026-11-23T11:00", Task = "orb", Kind = IntentKind.Entry, Symbol = "ALFA", Side = OrderSide.Buy, Quantity = 10,
            PlannedStop = decimal.Round(price * 0.98m, 2),
        }, TestContext.Current.CancellationToken));
        stage.Time.Pass(TimeSpan.FromMinutes(3));
        await stage.Time.RunAsync(desk.ReconcileAsync(TestContext.Current.CancellationToken));

        var slippage = await stage.SucceedAsync(new SlippageHandler());
        Assert.Equal(1, slippage.Evidence.Counts["fills"]);
        var fill = Assert.Single(desk.Ledger.Fills);
        var minutes = (await DeskSession.Of(stage.Context()).TodayAsync("ALFA", TestContext.Current.CancellationToken)).All.ToArray();
        var paid = new PaidPrice("ALFA", fill.At, fill.Side, (double)fill.Price, minutes.Last(minute => minute.End <= fill.At).Close, 1);
        Assert.Equal(paid.BasisPoints, slippage.Facts[0].Value.GetProperty("mean").GetDouble());

        stage.Time.Pass(TimeSpan.FromHours(6));
        await stage.Time.RunAsync(desk.ReconcileAsync(TestContext.Current.CancellationToken));
        var limits = await stage.SucceedAsync(new LimitsReviewHandler(), new LimitsArguments());
        Assert.Equal(2, limits.Evidence.Counts["limits"]);
    }

    [Fact]
    public async Task LimitsReview_IsSkipped_WithoutAHistory()
    {
        using var stage = new HandlerStage(Evening);
        Assert.Contains("no two values", await stage.SkipAsync(new LimitsReviewHandler(), new LimitsArguments()));
        Assert.Contains("passed", LimitUse.Of("x", 0.03, 0.04).Advice, StringComparison.Ordinal);
        Assert.Contains("nearly", LimitUse.Of("x", 0.03, 0.025).Advice, StringComparison.Ordinal);
        Assert.Contains("tighter", LimitUse.Of("x", 0.03, 0.001).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void BasisPoints_CostOnBothSides()
    {
        Assert.Equal(10, new PaidPrice("A", default, OrderSide.Buy, 100.1, 100, 1).BasisPoints);
        Assert.Equal(10, new PaidPrice("A", default, OrderSide.Sell, 99.9, 100, 1).BasisPoints);
    }

    [Fact]
    public void TradeLine_ReckonsWhatALineDoesNotSay()
    {
        var trade = new TradeLine("A", "s", default, default, -10, 50, 48, 51);

        Assert.Equal((20.0, 10.0, 2.0), (trade.Gain, trade.Risk!.Value, trade.Multiple!.Value));
        Assert.Null((trade with { Stop = 49 }).Risk);
    }
}
