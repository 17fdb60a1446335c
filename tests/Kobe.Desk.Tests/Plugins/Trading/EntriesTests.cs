using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Entries;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Signals;
using Kobe.Plugins.Trading.Stops;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>How much is entered, what closes it, and where the books say that its stop is.</summary>
public sealed class EntriesTests : OrderScene
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatWorkingOrdersWillCost_IsNotSpentTwice(bool isTaken)
    {
        var price = decimal.Round(await PriceAsync("BRAVO") * 0.9m, 2);
        var quantity = Math.Floor(4_000 / price);
        if (isTaken)
        {
            await BuyAsync(price, price * 0.98m, "BRAVO", quantity);
        }

        // Room for what is ordered, and for nothing more.
        Stage.Publish(Fact.Of("risk.today", new RiskBudget("2026-11-23", 100_000, 2_000, 500, 5, quantity * price / 100_000, 1, "")));

        var result = await Stage.RunAsync(new EnterHandler(), Swing);

        if (isTaken)
        {
            Assert.Equal("ALFA: not one share fits into the risk and the room that is left", Assert.IsType<TaskResult.Skipped>(result).Why);
        }
        else
        {
            Assert.Equal(1, Assert.IsType<TaskResult.Succeeded>(result).Evidence.Counts["confirmed"]);
        }
    }

    [Fact]
    public async Task EntryThatWorks_IsNotTakenBackYet()
    {
        var price = await PriceAsync();
        await BuyAsync(price * 0.9m, price * 0.8m);
        var attempt = new ReconcileContext { Attempt = Stage.Context(task: "cancel"), Reason = "killed" };

        Assert.Equal(Contracts.ReconcileAnswer.NotDone, await Stage.Time.RunAsync(new CancelDayOrdersHandler().ReconcileAsync(attempt, default)));
        Assert.Equal(1, (await Stage.SucceedAsync(new CancelDayOrdersHandler())).Evidence.Counts["taken_back"]);
        Assert.Equal(Contracts.ReconcileAnswer.Done, await Stage.Time.RunAsync(new CancelDayOrdersHandler().ReconcileAsync(attempt, default)));
    }

    [Fact]
    public async Task EntryThatWaits_IsTakenBack_BeforeAnEvent()
    {
        var price = await PriceAsync();
        await BuyAsync(price * 0.9m, price * 0.8m);

        var result = await Stage.SucceedAsync(new EventWindowHandler(), new EventWindowArguments(30));

        Assert.Equal(1, result.Evidence.Counts["taken_back"]);
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task PositionThatIsCoveredInPart_GetsAStopForTheRest()
    {
        await HoldAsync();
        var held = Assert.Single((await (await DeskAsync()).Account.PositionsAsync(default)).ValueOrDefault!);
        Assert.IsType<DoorAnswer.Confirmed>(await Stage.Time.RunAsync((await DeskAsync()).Door.SubmitAsync(
            new()
            {
                Key = "part@1", Task = "part", Kind = IntentKind.Exit, Symbol = "ALFA", Side = OrderSide.Sell, Quantity = 4, Type = OrderType.Stop,
                TimeInForce = TimeInForce.Gtc, StopPrice = decimal.Round(held.CurrentPrice * 0.9m, 2),
            },
            default)));

        var result = await Stage.SucceedAsync(new VerifyStopsHandler());

        Assert.Equal(1, result.Evidence.Counts["placed"]);
        Assert.Equal(held.Quantity, (await OpenAsync()).Where(order => order.Type == OrderType.Stop).Sum(order => order.Quantity));
    }

    [Fact]
    public async Task CompanyThatReportsSoon_IsSold_AndOthersAreKept()
    {
        await HoldAsync();
        var earnings = new ExitsArguments(ExitKind.Earnings);
        Stage.Publish(Fact.Of("earnings.today", new Dictionary<string, string[]> { ["blackout"] = ["BRAVO"] }));
        await Stage.RunAsync(new ExitsHandler(), earnings);
        Stage.Time.Pass(TimeSpan.FromMinutes(3));
        Assert.Single((await (await DeskAsync()).Account.PositionsAsync(default)).ValueOrDefault!);

        Stage.Publish(Fact.Of("earnings.today", new Dictionary<string, string[]> { ["blackout"] = ["ALFA"] }));
        await Stage.SucceedAsync(new ExitsHandler(), earnings);
        Stage.Time.Pass(TimeSpan.FromMinutes(3));

        Assert.Empty((await (await DeskAsync()).Account.PositionsAsync(default)).ValueOrDefault!);
    }

    [Fact]
    public async Task StopThatWasMoved_IsWhereTheBookSays()
    {
        await HoldAsync();
        await Stage.SucceedAsync(new VerifyStopsHandler());
        var before = Stop(await OpenAsync()).StopPrice!.Value;

        var result = await Stage.SucceedAsync(new RatchetStopsHandler(), new RatchetArguments(Ranges: 0.3));

        Assert.Equal(1, result.Evidence.Counts["moved"]);
        var after = Stop(await OpenAsync()).StopPrice!.Value;
        Assert.True(after > before);
        Assert.Equal(after, new PositionBook(Path.Combine(Stage.State, "desk", "paper")).Find("ALFA")!.Guard);
    }

    [Theory]
    [InlineData("2026-11-23", 0.3)]
    [InlineData("2026-11-20", 0.9)] // yesterday's regime says nothing
    public async Task Regime_CapsWhatMayBeInvested(string date, double cap)
    {
        Stage.Publish(Fact.Of("regime.today", new { date, regime = "BULL", exposureCap = 0.3 }));

        await Stage.SucceedAsync(new RiskBudgetHandler(), new RiskBudgetArguments(Exposure: 90));

        Assert.Equal((decimal)cap, Stage.Find("risk.today")!.As<RiskBudget>()!.ExposureCap);
    }

    [Fact]
    public async Task OpeningRange_IsBusy_AgainstAUsualMinute()
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "10:30"), symbols: []);

        Assert.NotEmpty(await IdeasAsync(stage, busy: 0.3));
        Assert.Empty(await IdeasAsync(stage, busy: 100));
    }

    // An open trades several times as much as an average minute: by that measure nearly each would be busy.
    [Theory]
    [InlineData(4, true)]  // too few sessions to say what is usual in the first minutes
    [InlineData(5, false)]
    public async Task OpeningRange_IsHeldAgainstTheSameMinutesOfEarlierDays_WhereTheyAreStored(int sessions, bool byDays)
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "10:30"), symbols: []);
        var desk = DeskSession.Of(stage.Context());
        var day = desk.Market.Calendar.PreviousSession(desk.Today)!;
        for (var i = 0; i < sessions; i++, day = desk.Market.Calendar.PreviousSession(day.Date)!)
        {
            foreach (var symbol in desk.Symbols)
            {
                desk.Store.Append((await desk.Source.MinutesAsync(symbol, day.Date, desk.Now, default)).Series!);
            }
        }

        var result = await stage.SucceedAsync(new DaySignalsHandler(), new DaySignalsArguments(DayScanKind.OpeningRange, VolumeMin: 1, Max: 100));

        var counts = result.Evidence.Counts;
        Assert.Equal((byDays, !byDays), (counts["volume_by_days"] > 0, counts["volume_by_minutes"] > 0));
        foreach (var idea in stage.Find("signals.opening_range")!.As<Ideas>()!.Items)
        {
            Assert.Equal(await ShareAsync(desk, idea.Symbol, byDays ? 0 : sessions), idea.Score, 3);
        }

        var broken = counts["volume_by_days"] + counts["volume_by_minutes"];
        Assert.True(counts["ideas"] > 0 && byDays == counts["ideas"] > 0.8 * broken, $"{counts["ideas"]} of {broken}");
    }

    // Today's first fifteen minutes, as a multiple of those of so many sessions before, or of fifteen average minutes.
    private static async Task<double> ShareAsync(DeskSession desk, string symbol, int sessions)
    {
        var (sum, day) = (0.0, desk.Market.Calendar.On(desk.Today));
        var today = await FirstAsync(day);
        for (var i = 0; i < sessions; i++)
        {
            day = desk.Market.Calendar.PreviousSession(day.Date)!;
            sum += await FirstAsync(day);
        }

        return today / (sessions > 0 ? sum / sessions : desk.Raw(symbol).All[^20..].ToArray().Average(bar => bar.Volume) / 26);

        async Task<double> FirstAsync(TradingDay of) =>
            (await desk.Source.MinutesAsync(symbol, of.Date, desk.Now, default)).Series!.AsOf(of.Session!.Open.AddMinutes(15)).ToArray().Sum(bar => bar.Volume);
    }

    private static async Task<IReadOnlyList<Idea>> IdeasAsync(HandlerStage stage, double busy)
    {
        await stage.SucceedAsync(new DaySignalsHandler(), new DaySignalsArguments(DayScanKind.OpeningRange, VolumeMin: busy));
        return stage.Find("signals.opening_range")!.As<Ideas>()!.Items;
    }
}
