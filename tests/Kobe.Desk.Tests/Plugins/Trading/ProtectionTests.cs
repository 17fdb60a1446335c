using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Entries;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Stops;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>Protection, breaker and emergency of what is held, and orders that wait too long.</summary>
public sealed class ProtectionTests : OrderScene
{
    [Fact]
    public async Task Position_GetsItsStop_Keeps_MovesAndLosesItOnlyWhenItIsFlat()
    {
        await HoldAsync();
        var desk = await DeskAsync();
        var held = Assert.Single((await desk.Account.PositionsAsync(default)).ValueOrDefault!);
        var placed = await Stage.SucceedAsync(new VerifyStopsHandler());
        Assert.Equal(1, placed.Evidence.Counts["placed"]);
        Assert.Equal(0, (await Stage.SucceedAsync(new VerifyStopsHandler())).Evidence.Counts["placed"]);

        var before = Stop(await OpenAsync());
        var moved = await Stage.Time.RunAsync(desk.Door.MoveStopAsync("k@1", "row", "ALFA", before.StopPrice!.Value + 0.5m, default));
        var away = await Stage.Time.RunAsync(desk.Door.MoveStopAsync("k@2", "row", "ALFA", before.StopPrice!.Value - 0.5m, default));
        Assert.IsType<DoorAnswer.Confirmed>(moved);
        Assert.Equal("stop_only_closer", Assert.IsType<DoorAnswer.Denied>(away).Code);
        Assert.Equal(before.StopPrice + 0.5m, Stop(await OpenAsync()).StopPrice);

        var half = await Stage.Time.RunAsync(desk.Door.TrimAsync("k@3", "row", "ALFA", 4, TimeInForce.Day, default));
        Assert.Equal(FlattenEnd.Closing, half.End);
        Assert.Equal(held.Quantity - 4, Stop(await OpenAsync()).Quantity);

        await Stage.SucceedAsync(new FlattenHandler(), new FlattenArguments(FlattenScope.All, "test"));
        Stage.Time.Pass(TimeSpan.FromMinutes(2));
        await Stage.SucceedAsync(new ReconcileHandler(), new ReconcileArguments());
        Assert.Empty((await desk.Account.PositionsAsync(default)).ValueOrDefault!);
        Assert.Empty(await OpenAsync());
        Assert.Contains("closed today", await Stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Stage.State, "desk", "paper", "trades.jsonl")));
    }

    [Theory]
    [InlineData(0.0001, TradingState.HALTED)]
    [InlineData(1_000_000, TradingState.ACTIVE)]
    public async Task DaysLoss_SetsTheState_AndOnlyAPersonUndoesIt(double limit, TradingState state)
    {
        await LoseAsync();
        Stage.Publish(Fact.Of("risk.today", new RiskBudget("2026-11-23", 100_000, (decimal)limit, 500, 5, 0.9m, 1, "")));

        await Stage.SucceedAsync(new RiskMonitorHandler(), new RiskMonitorArguments());
        var said = Stage.Notices.Count;
        await Stage.SucceedAsync(new RiskMonitorHandler(), new RiskMonitorArguments());

        var desk = await DeskAsync();
        Assert.Equal(state, desk.Door.Standing().State);
        Assert.Equal(said, Stage.Notices.Count);
        if (state == TradingState.HALTED)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(Stage.State, "trading_state.json"), TestContext.Current.CancellationToken);
            Assert.True(TradingRecord.TryRead(bytes, out var record, out _));
            Assert.Equal((TradingState.HALTED, false), (record.State, record.ExitsApproved));
            Assert.False(desk.Door.Tighten(TradingState.REDUCING, "row", "weaker"));
            Assert.Equal(TradingState.HALTED, desk.Door.Standing().State);
        }
    }

    [Fact]
    public async Task Emergency_IsClosed_AndTold()
    {
        await HoldAsync();
        var book = new Kobe.Plugins.Trading.Books.PositionBook(Path.Combine(Stage.State, "desk", "paper"));
        book.Put(book.Find("ALFA")! with { Entry = 1_000_000, Stop = 999_999.9999m });
        book.Save();
        // The made-up price falls in the course of this day; the test looks for an hour at which it stands at a loss.
        for (var hour = 0; hour < 4 && await UnrealisedAsync() >= 0; hour++)
        {
            Stage.Time.Set(HandlerStage.At("2026-11-23", "11:30").AddHours(hour));
        }

        Assert.True(await UnrealisedAsync() < 0, "It never stood at a loss: choose another seed.");
        var result = await Stage.SucceedAsync(new EmergencyExitHandler(), new EmergencyArguments(0.000001, 0.000001, 0.000001));

        Assert.Equal(1, result.Evidence.Counts["closed"] + result.Evidence.Counts["closing"]);
        Assert.Contains(Stage.Notices,
            notice => notice.Urgency == Urgency.Critical && notice.Text.StartsWith("SYNTHETIC prices. Emergency exit of ALFA", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StopOfABracket_IsMoved_ThoughItsTargetHoldsTheShares()
    {
        var plan = Stage.Find("plan.today")!.As<DayPlan>()!;
        Stage.Publish(Fact.Of("plan.today", DayPlan.Of(plan.Date, [plan.Ideas[0] with { Target = plan.Ideas[0].Entry * 1.2m }])));
        await Stage.SucceedAsync(new EnterHandler(), Swing);
        Stage.Time.Pass(TimeSpan.FromMinutes(3));
        var desk = await DeskAsync();
        await Stage.Time.RunAsync(desk.ReconcileAsync(default));

        var moved = await Stage.Time.RunAsync(desk.Door.MoveStopAsync("k@1", "row", "ALFA", Stop(await OpenAsync()).StopPrice!.Value + 0.5m, default));

        Assert.IsType<DoorAnswer.Confirmed>(moved);
        Assert.Equal(2, (await OpenAsync()).Count);
    }

    [Fact]
    public async Task ClosedTrade_IsWrittenDownOnce()
    {
        await LoseAsync();
        await Stage.SucceedAsync(new ReconcileHandler(), new ReconcileArguments());
        await Stage.SucceedAsync(new ReconcileHandler(), new ReconcileArguments());

        var lines = await File.ReadAllLinesAsync(Path.Combine(Stage.State, "desk", "paper", "trades.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal((await DeskAsync()).Ledger.Closed.Count, lines.Length);
        Assert.All(lines, line => Assert.Contains("\"strategy\":\"trend-pullback\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Assertion_FindsAnEntryInItsPhase()
    {
        await HoldAsync();

        var shown = await Stage.SucceedAsync(new AssertNoEntriesHandler(), new AssertNoEntriesArguments(Phase.OPENING));
        Assert.Equal("OPENING 14:30-15:00 UTC", Assert.Single(shown.Evidence.Ids).Id);
        Assert.Equal("LUNCH has not begun today: there is nothing to look at", await Stage.SkipAsync(new AssertNoEntriesHandler(), new AssertNoEntriesArguments(Phase.LUNCH)));
        Assert.IsType<TaskResult.Fatal>(await Stage.RunAsync(new AssertNoEntriesHandler(), new AssertNoEntriesArguments(Phase.MORNING)));
    }

    [Fact]
    public async Task Unfilled_IsTakenBack_WhenItIsOld()
    {
        var price = await PriceAsync();
        await BuyAsync(price * 0.9m, price * 0.8m);

        Assert.Equal(0, (await Stage.SucceedAsync(new ManageUnfilledHandler(), new CancelArguments(TimeSpan.FromMinutes(10)))).Evidence.Counts["taken_back"]);
        Stage.Time.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await Stage.SucceedAsync(new ManageUnfilledHandler(), new CancelArguments(TimeSpan.FromMinutes(10)))).Evidence.Counts["taken_back"]);
        Assert.Empty(await OpenAsync());
    }
}
