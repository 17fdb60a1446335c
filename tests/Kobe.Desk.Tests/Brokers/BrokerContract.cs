using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>What every broker does, by the vectors V1 to V25 of the reference; each broker runs the same tests.</summary>
public abstract partial class BrokerContract
{
    private protected static readonly PaperOptions Whole = new() { PartialShare = 0 };

    private protected abstract BrokerScene Open(PaperOptions options, TimeSpan? timeout = null);

    [Fact]
    public async Task V1_MarketBuy_IsTakenThenFilledAtTheAsk_AndPaidFromCash()
    {
        await using var scene = Open(Whole);

        var taken = await scene.Submit(Buy("a1", 10));
        var filled = await scene.Read(taken);

        Assert.Contains(taken.Status, new[] { OrderStatus.PendingNew, OrderStatus.Accepted, OrderStatus.New });
        Assert.Equal((OrderStatus.Filled, 10m), (filled.Status, filled.FilledQuantity));
        Assert.InRange(filled.FilledAveragePrice!.Value, 189.98m, 190.02m);
        Assert.Equal(10m, await scene.Held("AAPL"));
        Assert.Equal(98_099.80m, (await scene.Value(scene.Broker.AccountAsync(default))).Cash);
    }

    [Fact]
    public async Task V2_SameClientOrderId_IsRefused_AndTheFirstOrderIsFound()
    {
        await using var scene = Open(Whole);
        var first = await scene.Submit(Buy("a1", 10));

        var refusal = await scene.Refused(Buy("a1", 10));
        var found = await scene.Value(scene.Broker.FindOrderAsync("a1", default));

        Assert.Equal((422, RefusalKind.DuplicateClientOrderId), (refusal.Status, refusal.Kind));
        Assert.Matches("client_order_id must be unique", refusal.Message);
        Assert.Equal(first.Id, found.Id);
        Assert.Equal(10m, await scene.Held("AAPL"));
    }

    [Theory]
    [InlineData(nameof(Fault.TimeoutAfterAccept))]
    [InlineData(nameof(Fault.ErrorAfterAccept))]
    [InlineData(nameof(Fault.Slow))]
    public async Task V3_AnswerLostAfterAccept_IsResolvedByClientOrderId_AndNotRepeated(string fault)
    {
        // A slow answer is waited for in real time, as the line to a real broker is; half a second of it is enough.
        await using var scene = Open(Whole, fault == nameof(Fault.Slow) ? TimeSpan.FromMilliseconds(500) : null);
        scene.Exchange.Faults.Add(Enum.Parse<Fault>(fault));

        var sent = await scene.Time.RunAsync(scene.Sender.SendAsync(Buy("a2", 10), default));
        var again = await scene.Time.RunAsync(scene.Sender.SendAsync(Buy("a2", 10), default));

        Assert.True(Assert.IsType<Sent.Placed>(sent).WasAdopted);
        Assert.Equal("a2", Assert.IsType<Sent.Placed>(again).Order.ClientOrderId);
        Assert.Equal(1, scene.Exchange.Orders.Count(order => order.Order.ClientOrderId == "a2"));
        Assert.Equal(10m, await scene.Held("AAPL"));
    }

    [Fact]
    public async Task V3_AnswerLostBeforeAccept_IsKnownAsNotPlaced_AfterTenSecondsOfAbsence()
    {
        await using var scene = Open(Whole);
        scene.Exchange.Faults.Add(Fault.ErrorBeforeAccept);

        var sent = await scene.Time.RunAsync(scene.Sender.SendAsync(Buy("a2", 10), default));

        Assert.IsType<Sent.NotPlaced>(sent);
        Assert.True(scene.Time.GetUtcNow() - Start >= TimeSpan.FromSeconds(10));
        Assert.Equal(0, await scene.Held("AAPL"));
    }

    [Fact]
    public async Task V3_SameIdForAnotherOrder_IsRejected_NotAdopted()
    {
        await using var scene = Open(Whole);
        await scene.Submit(Buy("a2", 10));

        var sent = await scene.Time.RunAsync(scene.Sender.SendAsync(Buy("a2", 11), default));

        Assert.Contains("another order", Assert.IsType<Sent.Rejected>(sent).Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("190.123", true)]
    [InlineData("0.12345", true)]
    [InlineData("0.1234", false)]
    [InlineData("190.12", false)]
    public async Task V4_SubPennyPrices_AreRefused(string price, bool refused)
    {
        await using var scene = Open(Whole);
        var request = Buy("a3", 10, decimal.Parse(price));
        if (!refused)
        {
            await scene.Submit(request);
            return;
        }

        var refusal = await scene.Refused(request);

        Assert.Equal((422, 42210000, RefusalKind.SubPenny), (refusal.Status, refusal.Code, refusal.Kind));
        Assert.Contains("sub-penny", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V5_MalformedOrders_AreRefused_EachWithItsMessage()
    {
        await using var scene = Open(Whole);
        (OrderRequest Request, string Message)[] table =
        [
            (Buy("b1", 0), "qty must be > 0"),
            (Buy("b2", 1) with { Notional = 100 }, "only one of qty or notional is accepted"),
            (Buy("b3", null), "qty or notional is required"),
            (Buy("b4", 1) with { Type = OrderType.Limit }, "limit orders require a limit price"),
            (Buy("b5", 1) with { LimitPrice = 190 }, "market orders require no stop or limit price"),
            (Buy("b6", 1) with { Type = OrderType.Stop }, "stop orders require a stop price"),
            (Buy(new string('x', 129), 1), "client_order_id must be no more than 128 characters"),
        ];
        foreach (var (request, message) in table)
        {
            var refusal = await scene.Refused(request);

            Assert.Equal((422, 40010001, message), (refusal.Status, refusal.Code, refusal.Message));
        }
    }

    [Fact]
    public async Task V6_OrderBeyondBuyingPower_IsRefused_WithTheFigures()
    {
        await using var scene = Open(Whole);

        var refusal = await scene.Refused(Buy("a4", 2000, 190));

        Assert.Equal((403, 40310000, RefusalKind.BuyingPower), (refusal.Status, refusal.Code, refusal.Kind));
        Assert.Equal("insufficient buying power", refusal.Message);
        Assert.Equal(("200000", "380000"), (refusal.Figures["buying_power"], refusal.Figures["cost_basis"]));
    }

    [Fact]
    public async Task V7_StopThatHoldsTheShares_MustBeTakenBack_BeforeThePositionCloses()
    {
        await using var scene = Open(Whole);
        await scene.Own(10);
        var stop = await scene.Submit(Sell("s1", 10) with { Type = OrderType.Stop, StopPrice = 180 });

        var refusal = await scene.Refusal(scene.Broker.ClosePositionAsync("AAPL", null, default));
        await scene.Value(scene.Broker.CancelAsync(stop.Id, default));
        var canceled = await scene.Read(stop);
        var free = (await scene.Value(scene.Broker.PositionsAsync(default))).Single().Available;
        await scene.Value(scene.Broker.ClosePositionAsync("AAPL", null, default));

        Assert.Equal((403, RefusalKind.HeldShares), (refusal.Status, refusal.Kind));
        Assert.Matches(@"requested: 10, available: 0", refusal.Message);
        Assert.Equal("10", refusal.Figures["held_for_orders"]);
        Assert.Equal((OrderStatus.Canceled, 10m), (canceled.Status, free));
        Assert.Equal(0, await scene.Held("AAPL"));
    }

    [Fact]
    public async Task V8_OrderThatCouldMeetOurOwn_IsRefusedAsWashTrade()
    {
        await using var scene = Open(Whole);
        await scene.Own(10);
        var buy = await scene.Submit(Buy("w1", 5, 189));

        var refusal = await scene.Refused(Sell("w2", 5));
        var crossing = await scene.Refused(Sell("w3", 5, 189));
        await scene.Submit(Sell("w4", 5, 191));

        Assert.Equal((403, 40310000, RefusalKind.WashTrade), (refusal.Status, refusal.Code, refusal.Kind));
        Assert.Equal(buy.Id, refusal.Figures["existing_order_id"]);
        Assert.Equal(RefusalKind.WashTrade, crossing.Kind);
    }

    [Fact]
    public async Task V9_BracketExits_WaitForTheEntry_AndOneTakesTheOtherBack()
    {
        await using var scene = Open(Whole);
        var parent = await scene.Submit(
            Buy("br", 10) with { Class = OrderClass.Bracket, TakeProfit = 195, StopLoss = 185 });
        Assert.Equal([OrderStatus.Held, OrderStatus.Held], parent.Legs.Select(leg => leg.Status));

        var filled = await scene.Read(parent);
        var (profit, loss) = (filled.Legs[0], filled.Legs[1]);
        Assert.Equal(OrderStatus.Filled, filled.Status);
        Assert.Equal(OrderStatus.New, profit.Status);
        Assert.Contains(loss.Status, new[] { OrderStatus.New, OrderStatus.Held });

        scene.Show("AAPL", 195.10m, 195.12m, 195.11m);
        Assert.Equal(OrderStatus.Filled, (await scene.Read(profit)).Status);
        Assert.Equal(OrderStatus.Canceled, (await scene.Read(loss)).Status);
        Assert.Equal(0, await scene.Held("AAPL"));
    }

    [Fact]
    public async Task V10_BracketUpsideDown_IsRefused()
    {
        await using var scene = Open(Whole);

        var refusal = await scene.Refused(
            Buy("br", 10) with { Class = OrderClass.Bracket, TakeProfit = 185, StopLoss = 195 });

        Assert.Equal((422, 42210000), (refusal.Status, refusal.Code));
        Assert.Contains("take_profit.limit_price must be > stop_loss.stop_price", refusal.Message, StringComparison.Ordinal);
    }
}
