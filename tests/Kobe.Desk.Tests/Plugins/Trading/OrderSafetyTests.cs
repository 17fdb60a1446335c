using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Entries;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Stops;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>One order a key whatever happens between; protection, breaker and gates as handlers meet them.</summary>
public sealed class OrderSafetyTests : IAsyncLifetime
{
    private static readonly EnterArguments Swing = new(EntrySetup.Swing, Chase: 5);
    private HandlerStage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "11:00"));
        _stage.Publish(Fact.Of("risk.today", new RiskBudget("2026-11-23", 100_000, 2_000, 500, 5, 0.9m, 1, "")));
        await PlanAsync();
    }

    public ValueTask DisposeAsync()
    {
        _stage.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(nameof(Fault.ErrorAfterAccept))]
    [InlineData(nameof(Fault.TimeoutAfterAccept))]
    public async Task AnswerThatGotLost_IsLookedUp_AndNoSecondOrderIsSent(string fault)
    {
        var desk = await DeskAsync();
        desk.Faults!.Add(Enum.Parse<Fault>(fault));

        await _stage.SucceedAsync(new EnterHandler(), Swing);
        var again = await _stage.RunAsync(new EnterHandler(), Swing);

        Assert.IsType<TaskResult.Skipped>(again);
        Assert.Single(await EntriesAsync());
        Assert.Equal(RecordState.Confirmed, Assert.Single(desk.Orders).State);
    }

    [Fact]
    public async Task SameKey_InANewProcess_FindsItsOrder()
    {
        var context = _stage.Context(Swing, "entries");
        await _stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));
        DeskRoom.Close(_stage.State);

        var answer = await _stage.Time.RunAsync(new EnterHandler().ReconcileAsync(new() { Attempt = context, Reason = "the process died" }, default));
        await _stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));

        Assert.Equal(Contracts.ReconcileAnswer.Done, answer);
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task IntentOnDisk_WithoutAnAnswer_IsResolvedBeforeAnythingIsSent()
    {
        // As a kill between the broker's yes and our note of it leaves things: the log knows the intent only.
        var context = _stage.Context(Swing, "entries");
        await _stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));
        DeskRoom.Close(_stage.State);
        var log = Path.Combine(_stage.State, "desk", "paper", "orders.jsonl");
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        var intended = lines.Index().First(line => line.Item.Contains("\"Intended\"", StringComparison.Ordinal)).Index;
        await File.WriteAllLinesAsync(log, lines[..(intended + 1)], TestContext.Current.CancellationToken);

        var result = await _stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));

        Assert.IsType<TaskResult.Succeeded>(result);
        Assert.Single(await EntriesAsync());
        Assert.Equal(RecordState.Confirmed, Assert.Single((await DeskAsync()).Orders).State);
    }

    [Fact]
    public async Task KeyThatSentNothing_IsNotDone()
    {
        var context = _stage.Context(Swing, "entries");

        Assert.Equal(Contracts.ReconcileAnswer.NotDone, await _stage.Time.RunAsync(new EnterHandler().ReconcileAsync(new() { Attempt = context, Reason = "killed" }, default)));
    }

    [Theory]
    [InlineData("bars.quality", "quarantined")]
    [InlineData("earnings.today", "blackout")]
    [InlineData("data.freshness", "stale")]
    [InlineData("liquidity.today", "blocked")]
    [InlineData("halts.today", "halted")]
    public async Task BlockedSymbol_IsNotEntered(string fact, string member)
    {
        _stage.Publish(Fact.Of(fact, new Dictionary<string, string[]> { [member] = ["ALFA"] }));

        Assert.Contains($"({fact})", await _stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task NoEntry_WithoutPlanOfToday_OrInAnEventsWindow_OrInAClosedPhase()
    {
        await _stage.SucceedAsync(new EventWindowHandler(), new EventWindowArguments(30));
        Assert.Contains("no entries until", await _stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);

        _stage.Time.Set(HandlerStage.At("2026-11-23", "12:00")); // LUNCH
        var lunch = await _stage.RunAsync(new EnterHandler(), Swing with { Setup = EntrySetup.Power, Late = true });
        Assert.Empty(await EntriesAsync());
        Assert.True(lunch is TaskResult.Skipped || ((TaskResult.Succeeded)lunch).Evidence.Counts["denied"] == 1, lunch.ToString());

        _stage.Time.Set(HandlerStage.At("2026-11-24", "11:00"));
        Assert.Contains("no sealed plan of today", await _stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TamperedPlan_IsNoPlan()
    {
        var plan = _stage.Find("plan.today")!.As<DayPlan>()!;
        _stage.Publish(Fact.Of("plan.today", plan with { Ideas = [plan.Ideas[0] with { Quantity = 5_000 }] }));

        Assert.Contains("no sealed plan", await _stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Position_GetsItsStop_Keeps_MovesAndLosesItOnlyWhenItIsFlat()
    {
        await HoldAsync();
        var desk = await DeskAsync();
        var held = Assert.Single((await desk.Account.PositionsAsync(default)).ValueOrDefault!);
        var placed = await _stage.SucceedAsync(new VerifyStopsHandler());
        Assert.Equal(1, placed.Evidence.Counts["placed"]);
        Assert.Equal(0, (await _stage.SucceedAsync(new VerifyStopsHandler())).Evidence.Counts["placed"]);

        var before = Stop(await OpenAsync());
        var moved = await _stage.Time.RunAsync(desk.Door.MoveStopAsync("k@1", "row", "ALFA", before.StopPrice!.Value + 0.5m, default));
        var away = await _stage.Time.RunAsync(desk.Door.MoveStopAsync("k@2", "row", "ALFA", before.StopPrice!.Value - 0.5m, default));
        Assert.IsType<DoorAnswer.Confirmed>(moved);
        Assert.Equal("stop_only_closer", Assert.IsType<DoorAnswer.Denied>(away).Code);
        Assert.Equal(before.StopPrice + 0.5m, Stop(await OpenAsync()).StopPrice);

        var half = await _stage.Time.RunAsync(desk.Door.TrimAsync("k@3", "row", "ALFA", 4, TimeInForce.Day, default));
        Assert.Equal(FlattenEnd.Closing, half.End);
        Assert.Equal(held.Quantity - 4, Stop(await OpenAsync()).Quantity);

        await _stage.SucceedAsync(new FlattenHandler(), new FlattenArguments(FlattenScope.All, "test"));
        _stage.Time.Pass(TimeSpan.FromMinutes(2));
        await _stage.SucceedAsync(new ReconcileHandler(), new ReconcileArguments());
        Assert.Empty((await desk.Account.PositionsAsync(default)).ValueOrDefault!);
        Assert.Empty(await OpenAsync());
        Assert.Contains("closed today", await _stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_stage.State, "desk", "paper", "trades.jsonl")));
    }

    [Theory]
    [InlineData(0.0001, TradingState.HALTED)]
    [InlineData(1_000_000, TradingState.ACTIVE)]
    public async Task DaysLoss_SetsTheState_AndOnlyAPersonUndoesIt(double limit, TradingState state)
    {
        await LoseAsync();
        _stage.Publish(Fact.Of("risk.today", new RiskBudget("2026-11-23", 100_000, (decimal)limit, 500, 5, 0.9m, 1, "")));

        await _stage.SucceedAsync(new RiskMonitorHandler(), new RiskMonitorArguments());
        var said = _stage.Notices.Count;
        await _stage.SucceedAsync(new RiskMonitorHandler(), new RiskMonitorArguments());

        var desk = await DeskAsync();
        Assert.Equal(state, desk.Door.Standing().State);
        Assert.Equal(said, _stage.Notices.Count);
        if (state == TradingState.HALTED)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(_stage.State, "trading_state.json"), TestContext.Current.CancellationToken);
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
        var book = new Kobe.Plugins.Trading.Books.PositionBook(Path.Combine(_stage.State, "desk", "paper"));
        book.Put(book.Find("ALFA")! with { Entry = 1_000_000, Stop = 999_999.9999m });
        book.Save();
        // The made-up price falls in the course of this day; the test looks for an hour at which it stands at a loss.
        for (var hour = 0; hour < 4 && await UnrealisedAsync() >= 0; hour++)
        {
            _stage.Time.Set(HandlerStage.At("2026-11-23", "11:30").AddHours(hour));
        }

        Assert.True(await UnrealisedAsync() < 0, "It never stood at a loss: choose another seed.");
        var result = await _stage.SucceedAsync(new EmergencyExitHandler(), new EmergencyArguments(0.000001, 0.000001, 0.000001));

        Assert.Equal(1, result.Evidence.Counts["closed"] + result.Evidence.Counts["closing"]);
        Assert.Contains(_stage.Notices,
            notice => notice.Urgency == Urgency.Critical && notice.Text.StartsWith("SYNTHETIC prices. Emergency exit of ALFA", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Assertion_FindsAnEntryInItsPhase()
    {
        await HoldAsync();

        Assert.IsType<TaskResult.Succeeded>(await _stage.RunAsync(new AssertNoEntriesHandler(), new AssertNoEntriesArguments(Phase.OPENING)));
        Assert.IsType<TaskResult.Fatal>(await _stage.RunAsync(new AssertNoEntriesHandler(), new AssertNoEntriesArguments(Phase.MORNING)));
    }

    [Fact]
    public async Task Unfilled_IsTakenBack_WhenItIsOld()
    {
        var price = await PriceAsync();
        await BuyAsync(price * 0.9m, price * 0.8m);

        Assert.Equal(0, (await _stage.SucceedAsync(new ManageUnfilledHandler(), new CancelArguments(TimeSpan.FromMinutes(10)))).Evidence.Counts["taken_back"]);
        _stage.Time.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await _stage.SucceedAsync(new ManageUnfilledHandler(), new CancelArguments(TimeSpan.FromMinutes(10)))).Evidence.Counts["taken_back"]);
        Assert.Empty(await OpenAsync());
    }

    private async Task PlanAsync()
    {
        var price = decimal.Round(await PriceAsync(), 2);
        _stage.Publish(Fact.Of("plan.today", DayPlan.Of("2026-11-23",
            [new("ALFA", "trend-pullback", "swing", 20, price, decimal.Round(price * 0.97m, 2), null, null, "")])));
    }

    private async Task HoldAsync()
    {
        var price = await PriceAsync();
        var handler = new EnterHandler();
        await _stage.SucceedAsync(handler, Swing);
        _stage.Time.Pass(TimeSpan.FromMinutes(3));
        var desk = await DeskAsync();
        await _stage.Time.RunAsync(desk.ReconcileAsync(default));
        // The entry brought its stop along; without it the position is bare, as after an opening auction.
        foreach (var order in (await OpenAsync()).Where(order => order.Type == OrderType.Stop))
        {
            await BrokerOf(desk).CancelAsync(order.Id, default);
        }

        _stage.Time.Pass(TimeSpan.FromSeconds(5));
        Assert.True((await desk.Account.PositionsAsync(default)).ValueOrDefault!.Count == 1, $"{price}");
    }

    private async Task LoseAsync()
    {
        await HoldAsync();
        var desk = await DeskAsync();
        // Buying at the ask and selling at the bid costs the spread at least.
        await _stage.SucceedAsync(new FlattenHandler(), new FlattenArguments(FlattenScope.All));
        _stage.Time.Pass(TimeSpan.FromMinutes(3));
        await _stage.Time.RunAsync(desk.ReconcileAsync(default));
        Assert.True(desk.Ledger.Equity < 100_000, $"{desk.Ledger.Equity}");
    }

    private async Task BuyAsync(decimal limit, decimal stop) => Assert.IsType<DoorAnswer.Confirmed>(
        await _stage.Time.RunAsync((await DeskAsync()).Door.SubmitAsync(
            new()
            {
                Key = "buy@1", Task = "buy", Kind = IntentKind.Entry, Symbol = "ALFA", Side = OrderSide.Buy, Quantity = 10, Type = OrderType.Limit,
                TimeInForce = TimeInForce.Gtc, LimitPrice = limit, StopLoss = stop,
            },
            default)));

    private async Task<decimal> UnrealisedAsync() =>
        (await (await DeskAsync()).Account.PositionsAsync(default)).ValueOrDefault!.Sum(one => one.MarketValue - one.CostBasis);

    private static IOrderRouting BrokerOf(TradingDesk desk) => (IOrderRouting)desk.Account;

    private async Task<decimal> PriceAsync() => ((await (await DeskAsync()).Exchange.QuoteAsync("ALFA", default)) as BrokerReply<Quote>.Done)!.Value.Ask;

    private async Task<TradingDesk> DeskAsync() => await DeskSession.Of(_stage.Context()).TradingAsync(default);

    private async Task<IReadOnlyList<Order>> OpenAsync() => (await (await DeskAsync()).Account.OpenOrdersAsync(default)).ValueOrDefault!;

    private async Task<List<Order>> EntriesAsync()
    {
        var desk = await DeskAsync();
        var orders = new List<Order>();
        foreach (var order in desk.Orders.Where(order => order.Kind == IntentKind.Entry && order.OrderIds.Length > 0))
        {
            orders.Add((await desk.Account.OrderAsync(order.OrderIds[0], default)).ValueOrDefault!);
        }

        return orders;
    }

    private static Order Stop(IEnumerable<Order> open) => Assert.Single(open, order => order.Type == OrderType.Stop);
}
