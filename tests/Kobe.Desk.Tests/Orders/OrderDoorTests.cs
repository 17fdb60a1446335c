using Kobe.Core.Runs;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using Kobe.Desk.Orders.Gates;
using Kobe.Desk.Tests.Brokers;
using static Kobe.Desk.Tests.Orders.DeskScene;

namespace Kobe.Desk.Tests.Orders;

/// <summary>The door: nothing passes twice, nothing passes that is forbidden, and no doubt is sent again.</summary>
public class OrderDoorTests
{
    private static readonly PaperOptions Whole = new() { PartialShare = 0 };

    [Fact]
    public async Task Entry_Passes_AndItsIdComesFromTheOccurrence()
    {
        await using var desk = Desk();

        var answer = await desk.Send(Entry());

        var confirmed = Assert.IsType<DoorAnswer.Confirmed>(answer);
        Assert.Equal(ClientOrderId.Of("orb@2026-11-23T11:00", "order"), confirmed.ClientOrderId);
        Assert.Matches("^kobe-[a-z2-7]{26}$", confirmed.ClientOrderId);
        Assert.Equal(18, confirmed.Verdicts.Length);
        Assert.Single(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task SameOccurrence_IsSentOnce_HoweverOftenAndAfterARestart()
    {
        await using var desk = Desk();
        var first = await desk.Send(Entry());
        var second = await desk.Send(Entry());
        desk.Restart();
        var third = await desk.Send(Entry());

        Assert.Equal(first.ClientOrderId, second.ClientOrderId);
        Assert.Equal(((DoorAnswer.Confirmed)first).OrderId, Assert.IsType<DoorAnswer.Confirmed>(third).OrderId);
        Assert.Single(desk.Scene.Exchange.Orders);
    }

    [Theory]
    [InlineData(TradingState.ACTIVE, false, true, true)]
    [InlineData(TradingState.REDUCING, false, false, true)]
    [InlineData(TradingState.HALTED, false, false, false)]
    [InlineData(TradingState.HALTED, true, false, true)]
    public async Task TradingState_DecidesWhatPasses(TradingState state, bool approved, bool entries, bool exits)
    {
        await using var desk = Desk();
        await desk.Send(Entry("before@2026-11-23T10:00"));
        await desk.Scene.Value(desk.Scene.Broker.ClockAsync(default));
        desk.Set(state, approved);

        Assert.Equal(entries, await desk.Send(Entry()) is DoorAnswer.Confirmed);
        Assert.Equal(exits, await desk.Send(Exit()) is DoorAnswer.Confirmed);
    }

    [Theory]
    [InlineData("KILL_SWITCH", "")]
    [InlineData("trading_state.json", "{ torn")]
    [InlineData("trading_state.json", """{"state":"SOMETHING","exitsApproved":true,"at":"2026-11-23T16:00:00Z","by":"x","reason":"y"}""")]
    public async Task KillSwitch_AndWhatCantBeRead_AreAHalt(string file, string text)
    {
        await using var desk = Desk();
        File.WriteAllText(Path.Combine(desk.State, file), text);

        var answer = Assert.IsType<DoorAnswer.Denied>(await desk.Send(Entry()));

        Assert.Equal("trading_state", answer.Code);
        Assert.Contains("HALTED", answer.Why, StringComparison.Ordinal);
        Assert.Empty(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task MissingStateDirectory_IsAHalt()
    {
        Assert.Equal(TradingState.HALTED, new TradingStateFiles(Path.Combine(Path.GetTempPath(), "kobe-not-here")).Read().State);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task AnswerLostAfterAccept_IsConfirmed_NotSentAgain()
    {
        await using var desk = Desk();
        desk.Scene.Exchange.Faults.Add(Fault.TimeoutAfterAccept);

        var answer = await desk.Send(Entry());

        Assert.IsType<DoorAnswer.Confirmed>(answer);
        Assert.Single(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task OrderThatDidNotArrive_IsNoRejection_AndMayComeAgain()
    {
        await using var desk = Desk();
        desk.Scene.Exchange.Faults.Add(Fault.ErrorBeforeAccept);

        Assert.IsType<DoorAnswer.NotSent>(await desk.Send(Entry()));
        Assert.IsType<DoorAnswer.Confirmed>(await desk.Send(Entry()));
        Assert.Single(desk.Scene.Exchange.Orders);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CrashBetweenIntentAndAnswer_IsLookedUp_BeforeAnythingIsSent(bool arrived)
    {
        await using var desk = Desk();
        var id = ClientOrderId.Of(Entry().Key, "order");
        var request = BrokerScene.Buy(id, 10);
        desk.Log.Put(new OrderRecord(request, Entry().Key, "orb", IntentKind.Entry, Start, RecordState.Intended));
        if (arrived)
        {
            await desk.Scene.Submit(request);
        }

        desk.Restart();
        var answer = await desk.Send(Entry());

        Assert.IsType<DoorAnswer.Confirmed>(answer);
        Assert.Equal(1, desk.Scene.Exchange.Orders.Count(order => order.Order.ClientOrderId == id));
        Assert.Equal(arrived, answer.Verdicts.IsEmpty);
    }

    [Fact]
    public async Task BrokersNo_IsARejection_AndStaysOne()
    {
        await using var desk = Desk(RiskLimits.Default with
        {
            PositionShareMax = 9, ExposureShareMax = 9, TradeRiskShareMax = 9, SectorShareMax = 9, CorrelatedShareMax = 9, DayTrades = DayTradePolicy.Off,
        });

        var answer = Assert.IsType<DoorAnswer.Rejected>(await desk.Send(Entry(quantity: 2000)));

        Assert.Contains("insufficient buying power", answer.Why, StringComparison.Ordinal);
        Assert.IsType<DoorAnswer.Rejected>(await desk.Send(Entry(quantity: 2000)));
    }

    [Fact]
    public async Task OrderInDoubt_StaysSo_AndIsNotSentAgain_UntilTheBrokerCanTell()
    {
        await using var desk = Desk();
        desk.Scene.Exchange.Faults.Add(Fault.TimeoutAfterAccept);
        desk.Broker.IsBlind = true;

        var answer = Assert.IsType<DoorAnswer.Unresolved>(await desk.Send(Entry()));
        Assert.Equal(RecordState.Unresolved, desk.Log.Records.Find(answer.ClientOrderId)!.State);
        desk.Restart();
        Assert.IsType<DoorAnswer.Unresolved>(await desk.Send(Entry()));
        desk.Broker.IsBlind = false;

        Assert.IsType<DoorAnswer.Confirmed>(await desk.Send(Entry()));
        Assert.Single(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task BrokersNo_IsNotTriedAgain_EvenWhereItWouldPassNow()
    {
        await using var desk = Desk();
        desk.Scene.Exchange.Faults.Refuse(Refusals.NoShorting);

        Assert.IsType<DoorAnswer.Rejected>(await desk.Send(Entry()));
        desk.Restart();

        Assert.Contains("not allowed to short", Assert.IsType<DoorAnswer.Rejected>(await desk.Send(Entry())).Why, StringComparison.Ordinal);
        Assert.Empty(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task HaltBetweenTheGatesAndTheBroker_Counts()
    {
        await using var desk = Desk();
        var looks = 0;

        // The first look at the clock is the gates', the second the record's that is about to be sent.
        desk.OnClock = () => desk.Set(++looks < 2 ? TradingState.ACTIVE : TradingState.HALTED);
        var answer = Assert.IsType<DoorAnswer.Denied>(await desk.Send(Entry()));

        Assert.Equal("trading_state", answer.Code);
        Assert.All(answer.Verdicts, verdict => Assert.NotEqual(Grade.Denied, verdict.Grade));
        Assert.Empty(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task IntentThatTheDiskRefuses_IsNotSent()
    {
        await using var desk = Desk();
        File.Delete(Path.Combine(desk.State, "orders.jsonl"));
        File.CreateSymbolicLink(Path.Combine(desk.State, "orders.jsonl"), "/dev/full");
        desk.Restart();

        Assert.Equal("disk", Assert.IsType<DoorAnswer.Denied>(await desk.Send(Entry())).Code);
        Assert.Empty(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task OrdersOfOneOccurrence_HaveIdsOfTheirOwn()
    {
        await using var desk = Desk();

        var first = await desk.Send(Entry() with { Leg = "entry" });
        var second = await desk.Send(Entry() with { Leg = "more" });

        Assert.NotEqual(first.ClientOrderId, second.ClientOrderId);
        Assert.Equal(2, desk.Scene.Exchange.Orders.Count());
    }

    [Fact]
    public async Task Observing_WritesDownWhatWouldBeSent_AndSendsNothing()
    {
        await using var desk = Desk(mode: DeskMode.Observe);

        var answer = Assert.IsType<DoorAnswer.Observed>(await desk.Send(Entry() with { Type = OrderType.Limit, LimitPrice = 189.567m }));

        Assert.Equal("buy 10 AAPL limit day at 189.56", answer.What);
        Assert.Equal(RecordState.Observed, Assert.Single(desk.Log.Records.All).State);
        Assert.Empty(desk.Scene.Exchange.Orders);
    }

    [Fact]
    public async Task LiveWithoutPermission_IsDenied_AtTheDoor()
    {
        await using var desk = Desk(mode: DeskMode.Live);
        desk.LiveProblem = "nobody has approved live trading; type: kobe live approve";

        Assert.Contains("approve", Assert.IsType<DoorAnswer.Denied>(await desk.Send(Entry())).Why, StringComparison.Ordinal);
        desk.LiveProblem = null;
        Assert.IsType<DoorAnswer.Confirmed>(await desk.Send(Entry()));
    }

    [Theory]
    // environment, approval, problem
    [InlineData(null, """{"account":"A1","at":"2026-11-23T15:00:00Z"}""", "KOBE_LIVE")]
    [InlineData("A2", """{"account":"A1","at":"2026-11-23T15:00:00Z"}""", "KOBE_LIVE")]
    [InlineData("A1", null, "approved")]
    [InlineData("A1", """{"account":"A2","at":"2026-11-23T15:00:00Z"}""", "another account")]
    [InlineData("A1", """{"account":"A1","at":"2026-11-22T16:00:00Z"}""", "run out")]
    [InlineData("A1", """{"account":"A1","at":"2026-11-23T16:00:01Z"}""", "run out")]
    [InlineData("A1", "{", "can't be read")]
    [InlineData("A1", """{"account":"A1","at":"2026-11-22T16:00:01Z"}""", null)]
    public void LiveTrading_NeedsAccountAndApproval_WithinADay(string? environment, string? approval, string? problem)
    {
        var found = LivePermission.Problem("A1", environment, approval, Start);

        Assert.Equal(problem is null, found is null);
        Assert.Contains(problem ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task SymbolThatIsNotExplained_TakesNoEntry_AndItsExits()
    {
        await using var desk = Desk();
        await desk.Send(Entry("before@2026-11-23T10:00"));
        await desk.Scene.Value(desk.Scene.Broker.ClockAsync(default));
        desk.Reconciled = new([new Finding("d", FindingKind.Discrepancy, "AAPL", "a difference")]);

        Assert.Equal("unexplained", Assert.IsType<DoorAnswer.Denied>(await desk.Send(Entry())).Code);
        Assert.IsType<DoorAnswer.Confirmed>(await desk.Send(Exit()));
    }

    [Fact]
    public async Task BrokerThatCantBeCompared_TakesNoEntry()
    {
        await using var desk = Desk();
        desk.Reconciled = null;

        Assert.Equal("broker", Assert.IsType<DoorAnswer.Denied>(await desk.Send(Entry())).Code);
    }

    [Fact]
    public async Task Cancel_GoesThrough_EvenWhenHalted()
    {
        await using var desk = Desk();
        var answer = (DoorAnswer.Confirmed)await desk.Send(Entry() with { Type = OrderType.Limit, LimitPrice = 188 });
        desk.Set(TradingState.HALTED);

        Assert.Null(await desk.Scene.Time.RunAsync(desk.Door.CancelAsync(answer.ClientOrderId, default)));
        Assert.Equal(OrderStatus.Canceled, (await desk.Scene.Value(desk.Scene.Broker.OrderAsync(answer.OrderId, default))).Status);
        Assert.NotNull(await desk.Scene.Time.RunAsync(desk.Door.CancelAsync("kobe-unknown", default)));
    }

    private static DeskScene Desk(RiskLimits? limits = null, DeskMode mode = DeskMode.Paper)
    {
        var desk = new DeskScene(new PaperScene(Whole, Start), limits, mode);
        desk.Scene.Show("AAPL", 189.98m, 190.02m, 190m);
        return desk;
    }
}
