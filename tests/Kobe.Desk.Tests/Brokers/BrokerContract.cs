using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>What every broker does, by the vectors V1 to V25 of the reference; each broker runs the same tests.</summary>
public abstract class BrokerContract
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

    [Fact]
    public async Task V11_CancelOfAFilledOrder_IsRefused_AndTheOrderReadsFilled()
    {
        await using var scene = Open(Whole);
        var order = await scene.Submit(Buy("c1", 10));
        await scene.Read(order);

        var refusal = await scene.Refusal(scene.Broker.CancelAsync(order.Id, default));

        Assert.Equal((422, RefusalKind.NotOpen), (refusal.Status, refusal.Kind));
        Assert.Matches("order is already in \"filled\" state", refusal.Message);
        Assert.Equal(OrderStatus.Filled, (await scene.Read(order)).Status);
    }

    [Fact]
    public async Task V11_FillThatWinsTheRace_LeavesTheOrderFilled()
    {
        await using var scene = Open(Whole);
        var order = await scene.Submit(Buy("c2", 10, 189));
        scene.Exchange.Faults.CancelLosesRace = true;

        await scene.Value(scene.Broker.CancelAsync(order.Id, default));

        Assert.Equal((OrderStatus.Filled, 10m), (await scene.Read(order)) is var read ? (read.Status, read.FilledQuantity) : default);
    }

    [Fact]
    public async Task V12_Replacing_MakesANewOrder_AndBothNameEachOther()
    {
        await using var scene = Open(Whole);
        var old = await scene.Submit(Buy("r1", 10, 188));

        var fresh = await scene.Value(scene.Broker.ReplaceAsync(old.Id, new OrderChange { LimitPrice = 189 }, default));
        var read = await scene.Read(old);
        var byId = await scene.Value(scene.Broker.FindOrderAsync("r1", default));

        Assert.Equal((old.Id, 189m), (fresh.Replaces, fresh.LimitPrice));
        Assert.NotEqual(old.Id, fresh.Id);
        Assert.Equal((OrderStatus.Replaced, fresh.Id), (read.Status, read.ReplacedBy));
        Assert.Equal(old.Id, byId.Id);
    }

    [Fact]
    public async Task V13_DayLimit_ExpiresAtTheEarlyClose_AndKeepsWhatIsDone()
    {
        await using var scene = Open(Whole);
        scene.Exchange.Faults.FillAtMost(4);
        var order = await scene.Submit(Buy("d1", 10, 190.05m));
        Assert.Equal(OrderStatus.PartiallyFilled, (await scene.Read(order)).Status);

        scene.At(11, 27, 12, 59, 59);
        Assert.Equal(OrderStatus.PartiallyFilled, (await scene.Read(order)).Status);
        scene.At(11, 27, 13, 0);
        var expired = await scene.Read(order);

        Assert.Equal((OrderStatus.Expired, 4m), (expired.Status, expired.FilledQuantity));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero), expired.ExpiredAt);
        Assert.Contains(scene.Exchange.Events, what => what.Event == "expired" && what.Order.Id == order.Id);
    }

    [Fact]
    public async Task V14_MarketOrderAfterTheClose_WaitsForTheNextOpen()
    {
        await using var scene = Open(Whole);
        scene.At(11, 27, 13, 5);
        var order = await scene.Submit(Buy("n1", 10));
        Assert.Equal(OrderStatus.Accepted, order.Status);

        scene.At(11, 30, 9, 29, 59);
        Assert.Equal(OrderStatus.Accepted, (await scene.Read(order)).Status);
        scene.At(11, 30, 9, 30);
        var filled = await scene.Read(order);

        Assert.Equal(OrderStatus.Filled, filled.Status);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 14, 30, 0, TimeSpan.Zero), filled.FilledAt);
    }

    [Fact]
    public async Task V15_ExtendedHours_TakeDayLimitsOnly()
    {
        await using var scene = Open(Whole);
        OrderRequest[] wrong =
        [
            Buy("x1", 1) with { ExtendedHours = true },
            Buy("x2", 1, 190) with { ExtendedHours = true, TimeInForce = TimeInForce.Gtc },
        ];
        foreach (var request in wrong)
        {
            var refusal = await scene.Refused(request);
            Assert.Equal((422, 42210000, "extended hours order must be DAY limit orders"), (refusal.Status, refusal.Code, refusal.Message));
        }

        scene.At(11, 27, 16, 59);
        var order = await scene.Submit(Buy("x3", 1, 190.05m) with { ExtendedHours = true });
        Assert.Equal(OrderStatus.Filled, (await scene.Read(order)).Status);
    }

    [Fact]
    public async Task V16_Auctions_TakeOrdersInTheirWindowsOnly()
    {
        await using var scene = Open(Whole);
        scene.At(11, 27, 12, 49, 59);
        var closing = await scene.Submit(Buy("m0", 1) with { TimeInForce = TimeInForce.Cls });
        scene.At(11, 27, 12, 51);
        var late = await scene.Refused(Buy("m1", 1) with { TimeInForce = TimeInForce.Cls });
        scene.At(11, 27, 13, 0);
        Assert.Equal(OrderStatus.Filled, (await scene.Read(closing)).Status);

        scene.At(11, 30, 9, 27);
        var opening = await scene.Submit(Buy("m2", 1) with { TimeInForce = TimeInForce.Opg });
        scene.At(11, 30, 9, 29);
        var tooLate = await scene.Refused(Buy("m3", 1) with { TimeInForce = TimeInForce.Opg });
        scene.At(11, 30, 9, 30);
        Assert.Equal(OrderStatus.Filled, (await scene.Read(opening)).Status);

        Assert.Equal([RefusalKind.AuctionClosed, RefusalKind.AuctionClosed], new[] { late.Kind, tooLate.Kind });
    }

    [Fact]
    public async Task V17_Clock_IsOpenToTheLastSecondOfTheEarlyClose()
    {
        await using var scene = Open(Whole);
        scene.At(11, 27, 12, 59, 59);
        var before = await scene.Value(scene.Broker.ClockAsync(default));
        scene.At(11, 27, 13, 0);
        var after = await scene.Value(scene.Broker.ClockAsync(default));

        var next = new DateTimeOffset(2026, 11, 30, 14, 30, 0, TimeSpan.Zero);
        Assert.Equal((true, next), (before.IsOpen, before.NextOpen));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero), before.NextClose);
        Assert.Equal((false, next), (after.IsOpen, after.NextOpen));
    }

    [Fact]
    public async Task V18_Calendar_LeavesGoodFridayOut()
    {
        await using var scene = Open(Whole);

        var days = await scene.Value(scene.Broker.CalendarAsync(new(2026, 4, 1), new(2026, 4, 7), default));

        Assert.Equal([1, 2, 6, 7], days.Select(day => day.Date.Day));
        Assert.All(days, day => Assert.Equal((new TimeOnly(9, 30), new TimeOnly(16, 0)), (day.Open, day.Close)));
    }

    [Fact]
    public async Task V19_TooManyRequests_AreWaitedOut()
    {
        await using var scene = Open(Whole);
        while (scene.Exchange.Requests.TryTake(scene.Time.GetUtcNow()))
        {
            // Somebody else uses up the account's minute.
        }

        var account = await scene.Value(scene.Broker.AccountAsync(default));

        Assert.Equal(100_000m, account.Cash);
        Assert.True(scene.Time.GetUtcNow() >= Start + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task V19_Cancels_UseTheReserve_WhenTheOrdinaryRequestsAreUsedUp()
    {
        await using var scene = Open(Whole);
        var order = await scene.Submit(Buy("q1", 10, 150));
        for (var i = 0; i < 179; i++)
        {
            await scene.Broker.ClockAsync(default);
        }

        var reading = scene.Broker.ClockAsync(default);
        var canceled = await scene.Broker.CancelAsync(order.Id, default);

        Assert.IsType<BrokerReply<bool>.Done>(canceled);
        Assert.Equal(Start, scene.Time.GetUtcNow());
        Assert.False(reading.IsCompleted);
        await scene.Value(reading);
    }

    [Fact]
    public async Task V20_WrongKeys_AreRefusedOnce_WithoutACode()
    {
        await using var scene = Open(Whole);
        scene.Exchange.Faults.Add(Fault.Unauthorized);

        var refusal = await scene.Refusal(scene.Broker.AccountAsync(default));

        Assert.Equal((401, 0, RefusalKind.Unauthorized), (refusal.Status, refusal.Code, refusal.Kind));
        Assert.Equal(1, scene.Requests);
    }

    [Fact]
    public async Task V21_PartThenCancel_KeepsThePart()
    {
        await using var scene = Open(Whole);
        scene.Exchange.Faults.FillAtMost(4);
        var order = await scene.Submit(Buy("p1", 10));
        Assert.Equal(4m, (await scene.Read(order)).FilledQuantity);

        await scene.Value(scene.Broker.CancelAsync(order.Id, default));
        var canceled = await scene.Read(order);
        var fills = await scene.Value(scene.Broker.ActivitiesAsync(Start.AddDays(-1), default));

        Assert.Equal((OrderStatus.Canceled, 4m), (canceled.Status, canceled.FilledQuantity));
        Assert.Equal(4m, await scene.Held("AAPL"));
        Assert.Equal([(4m, order.Id)], fills.Select(fill => (fill.Quantity, fill.OrderId)));
    }

    [Fact]
    public async Task V22_EventsToldTwiceAndOutOfOrder_AreBookedOnce()
    {
        await using var scene = Open(Whole);
        scene.Exchange.Faults.RepeatEvents = true;
        using var stop = new CancellationTokenSource();
        await using var events = scene.Broker.ListenAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var first = events.MoveNextAsync();
        await scene.Listening();
        var order = await scene.Submit(Buy("e1", 10));
        await scene.Read(order);

        var tracker = new OrderTracker();
        var (booked, told) = (0m, new List<string>());
        for (var next = first; told.Count < 5 && await next; next = events.MoveNextAsync())
        {
            told.Add(events.Current.Event);
            booked += tracker.Apply(events.Current) ? events.Current.Quantity!.Value : 0;
            if (told.Count == 5)
            {
                break;
            }
        }

        Assert.Equal(["new", "new", "fill", "fill", "new"], told);
        Assert.Equal(10m, booked);
        Assert.Equal(OrderStatus.Filled, tracker.Orders[order.Id].Status);
    }

    [Fact]
    public async Task V23_AccountInAStateNotHeardOf_IsRead()
    {
        await using var scene = Open(Whole);
        scene.Exchange.Status = "ACCOUNT_UPDATED";

        Assert.Equal("ACCOUNT_UPDATED", (await scene.Value(scene.Broker.AccountAsync(default))).Status);
    }

    [Fact]
    public async Task V24_Timestamps_AreUtcInstants()
    {
        await using var scene = Open(Whole);
        scene.Time.Pass(TimeSpan.FromTicks(1234567));

        var clock = await scene.Value(scene.Broker.ClockAsync(default));

        Assert.Equal(Start + TimeSpan.FromTicks(1234567), clock.Timestamp);
        Assert.Equal(TimeSpan.Zero, clock.Timestamp.Offset);
    }

    [Fact]
    public async Task V25_PositionSoldOutside_ShowsAsAFillOfAnOrderThatIsNotOurs()
    {
        await using var scene = Open(Whole);
        await scene.Own(10);
        scene.Exchange.TradeOutside("AAPL", OrderSide.Sell, 10, 190m);

        var fills = await scene.Value(scene.Broker.ActivitiesAsync(Start.AddDays(-1), default));
        var order = await scene.Value(scene.Broker.OrderAsync(fills[^1].OrderId, default));

        Assert.Equal(0, await scene.Held("AAPL"));
        Assert.False(order.ClientOrderId.StartsWith("own", StringComparison.Ordinal));
    }
}
