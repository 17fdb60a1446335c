using Kobe.Desk.Brokers;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>The same vectors at the edges of their figures: the last that passes and the first that does not.</summary>
public abstract partial class BrokerContract
{
    [Fact]
    public async Task V2_ClientOrderId_StaysTaken_AfterACancel()
    {
        await using var scene = Open(Whole);
        var order = await scene.Submit(Buy("a1", 10, 150));
        await scene.Value(scene.Broker.CancelAsync(order.Id, default));
        Assert.Equal(OrderStatus.Canceled, (await scene.Read(order)).Status);

        Assert.Equal(RefusalKind.DuplicateClientOrderId, (await scene.Refused(Buy("a1", 5, 151))).Kind);
    }

    [Theory]
    [InlineData("1", null, true)]
    [InlineData("1.00", null, true)]
    [InlineData("1.01", null, true)]
    [InlineData("1.001", null, false)]
    [InlineData("0.9999", null, true)]
    [InlineData("0.99999", null, false)]
    [InlineData("0.0001", null, true)]
    [InlineData("190.1200", null, true)]
    [InlineData(null, "200.01", true)]
    [InlineData(null, "200.005", false)]
    public async Task V4_Increments_ChangeAtOneDollar(string? limit, string? stop, bool taken)
    {
        await using var scene = Open(Whole);
        var request = limit is null
            ? Buy("p", 1) with { Type = OrderType.Stop, StopPrice = decimal.Parse(stop!) }
            : Buy("p", 1, decimal.Parse(limit));

        Assert.Equal(taken ? null : RefusalKind.SubPenny, await Kind(scene, request));
    }

    [Theory]
    [InlineData("1052", "190", true)]
    [InlineData("1053", "190", false)]
    [InlineData("1000", "200", true)]
    [InlineData("1000", "200.01", false)]
    [InlineData("1026", null, true)]
    [InlineData("1027", null, false)]
    public async Task V6_BuyingPower_IsUsedToTheLastDollar_AMarketOrderWithItsCollar(string quantity, string? limit, bool taken)
    {
        await using var scene = Open(Whole);
        var request = Buy("b", decimal.Parse(quantity), limit is null ? null : decimal.Parse(limit));

        Assert.Equal(taken ? null : RefusalKind.BuyingPower, await Kind(scene, request));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public async Task V7_SharesThatNoStopHolds_CanBeClosed(int quantity, bool taken)
    {
        await using var scene = Open(Whole);
        await scene.Own(10);
        await scene.Submit(Sell("s", 4) with { Type = OrderType.Stop, StopPrice = 180 });
        var reply = await scene.Time.RunAsync(scene.Broker.ClosePositionAsync("AAPL", quantity, default));

        if (taken)
        {
            Assert.Equal(4, await scene.Held("AAPL"));
        }
        else
        {
            var refusal = Assert.IsType<BrokerReply<Order>.Refused>(reply).Refusal;
            Assert.Equal("insufficient qty available for order (requested: 7, available: 6)", refusal.Message);
            Assert.Equal(("4", "10"), (refusal.Figures["held_for_orders"], refusal.Figures["existing_qty"]));
        }
    }

    [Theory]
    // what meets a resting limit order to buy at 189
    [InlineData(nameof(OrderType.Limit), "189.01", null, true)]
    [InlineData(nameof(OrderType.Limit), "189", null, false)]
    [InlineData(nameof(OrderType.StopLimit), "189.01", "185", true)]
    [InlineData(nameof(OrderType.StopLimit), "188", "185", false)]
    [InlineData(nameof(OrderType.Stop), null, "185", false)]
    [InlineData(nameof(OrderType.Market), null, null, false)]
    [InlineData(nameof(OrderType.TrailingStop), null, null, true)]
    public async Task V8_WashTrade_IsWhatCouldMeet(string type, string? limit, string? stop, bool taken)
    {
        await using var scene = Open(Whole);
        await scene.Own(10);
        await scene.Submit(Buy("w", 5, 189));
        var request = Sell("x", 5) with
        {
            Type = Enum.Parse<OrderType>(type),
            LimitPrice = limit is null ? null : decimal.Parse(limit),
            StopPrice = stop is null ? null : decimal.Parse(stop),
            TrailPercent = type == nameof(OrderType.TrailingStop) ? 0.1m : null,
        };

        Assert.Equal(taken ? null : RefusalKind.WashTrade, await Kind(scene, request));
    }

    [Fact]
    public async Task V9_StopThatIsDone_TakesTheTargetBack_AndAnEntryThatIsTakenBack_ItsExits()
    {
        await using var scene = Open(Whole);
        var bracket = Buy("br", 10) with { Class = OrderClass.Bracket, TakeProfit = 195, StopLoss = 185 };
        var parent = await scene.Read(await scene.Submit(bracket));
        var waiting = await scene.Submit(bracket with { ClientOrderId = "wait", Type = OrderType.Limit, LimitPrice = 188 });
        await scene.Value(scene.Broker.CancelAsync(waiting.Id, default));
        Assert.Equal([OrderStatus.Canceled, OrderStatus.Canceled], (await scene.Read(waiting)).Legs.Select(leg => leg.Status));

        scene.Show("AAPL", 184.98m, 185.02m, 185m);
        await scene.Read(parent);

        Assert.Equal([OrderStatus.Canceled, OrderStatus.Filled], (await scene.Read(parent)).Legs.Select(leg => leg.Status));
        Assert.Equal(0, await scene.Held("AAPL"));
    }

    [Theory]
    // entry's limit (none: the market at 190), target, stop
    [InlineData(null, "195", "189.99", true)]
    [InlineData(null, "195", "190", false)]
    [InlineData("189", "195", "188.99", true)]
    [InlineData("189", "195", "189", false)]
    [InlineData("189", "188", "188", false)]
    public async Task V10_Bracket_WantsAPennyBetween(string? limit, string target, string stop, bool taken)
    {
        await using var scene = Open(Whole);
        var request = Buy("br", 1, limit is null ? null : decimal.Parse(limit)) with
        {
            Class = OrderClass.Bracket, TakeProfit = decimal.Parse(target), StopLoss = decimal.Parse(stop),
        };

        Assert.Equal(taken ? null : RefusalKind.Invalid, await Kind(scene, request));
    }

    [Fact]
    public async Task V11_CancelOfWhatIsGone_SaysHowItWent()
    {
        await using var scene = Open(Whole);
        var order = await scene.Submit(Buy("c", 10, 150));
        await scene.Value(scene.Broker.CancelAsync(order.Id, default));
        await scene.Read(order);

        var again = await scene.Refusal(scene.Broker.CancelAsync(order.Id, default));
        var nowhere = await scene.Refusal(scene.Broker.CancelAsync("61e69015-8549-4bfd-b9c3-01e75843f47d", default));

        Assert.Equal((422, RefusalKind.NotOpen, "order is already in \"canceled\" state"), (again.Status, again.Kind, again.Message));
        Assert.Equal((404, 40410000, RefusalKind.NotFound), (nowhere.Status, nowhere.Code, nowhere.Kind));
    }

    [Fact]
    public async Task V12_OnlyWhatIsOpen_IsReplaced_AndOnlyByWhatWouldBeTaken()
    {
        await using var scene = Open(Whole);
        var old = await scene.Submit(Buy("r", 10, 150));

        Assert.Equal(RefusalKind.SubPenny, (await Replacing(old, 150.123m)).Kind);
        var fresh = await scene.Value(scene.Broker.ReplaceAsync(old.Id, new OrderChange { LimitPrice = 151 }, default));
        Assert.Equal((422, "unable to replace order, order is not open"), (await Replacing(old, 152)) is var no ? (no.Status, no.Message) : default);
        await scene.Value(scene.Broker.ReplaceAsync(fresh.Id, new OrderChange { Quantity = 5 }, default));
        Assert.Equal(RefusalKind.NotFound, (await Replacing(old with { Id = "61e69015-8549-4bfd-b9c3-01e75843f47d" }, 152)).Kind);
        Assert.Equal(5m, Assert.Single(await scene.Value(scene.Broker.OpenOrdersAsync(default))).Quantity);

        Task<BrokerRefusal> Replacing(Order order, decimal limit) =>
            scene.Refusal(scene.Broker.ReplaceAsync(order.Id, new OrderChange { LimitPrice = limit }, default));
    }

    [Theory]
    [InlineData(11, 27, "12:59:59", nameof(TimeInForce.Day), nameof(OrderStatus.New))]
    [InlineData(11, 27, "13:00:00", nameof(TimeInForce.Day), nameof(OrderStatus.Expired))]
    [InlineData(11, 27, "13:00:00", nameof(TimeInForce.Gtc), nameof(OrderStatus.New))]
    [InlineData(11, 30, "15:59:59", nameof(TimeInForce.Gtc), nameof(OrderStatus.New))]
    public async Task V13_DayOrder_EndsWithItsSession_AndAGtcOrderDoesNot(int month, int day, string time, string tif, string status)
    {
        await using var scene = Open(Whole);
        var order = await scene.Submit(Buy("d", 10, 150) with { TimeInForce = Enum.Parse<TimeInForce>(tif) });
        At(scene, month, day, time);

        Assert.Equal(Enum.Parse<OrderStatus>(status), (await scene.Read(order)).Status);
    }

    [Theory]
    [InlineData(11, 27, "12:59:59", false, nameof(OrderStatus.New))]
    [InlineData(11, 27, "13:00:00", false, nameof(OrderStatus.Accepted))]
    [InlineData(11, 28, "10:00:00", false, nameof(OrderStatus.Accepted))]
    [InlineData(11, 30, "09:29:59", false, nameof(OrderStatus.Accepted))]
    [InlineData(11, 30, "09:30:00", false, nameof(OrderStatus.New))]
    [InlineData(11, 27, "16:59:59", true, nameof(OrderStatus.New))]
    [InlineData(11, 27, "17:00:00", true, nameof(OrderStatus.Accepted))]
    [InlineData(11, 30, "03:59:59", true, nameof(OrderStatus.Accepted))]
    [InlineData(11, 30, "04:00:00", true, nameof(OrderStatus.New))]
    [InlineData(11, 30, "19:59:59", true, nameof(OrderStatus.New))]
    [InlineData(11, 30, "20:00:00", true, nameof(OrderStatus.Accepted))]
    public async Task V14_V15_Order_WorksFromItsSessionOn(int month, int day, string time, bool extended, string status)
    {
        await using var scene = Open(Whole);
        At(scene, month, day, time);

        Assert.Equal(
            Enum.Parse<OrderStatus>(status), (await scene.Submit(Buy("n", 1, 150) with { ExtendedHours = extended })).Status);
    }

    [Theory]
    [InlineData(11, 30, "09:27:59", nameof(TimeInForce.Opg), true)]
    [InlineData(11, 30, "09:28:00", nameof(TimeInForce.Opg), false)]
    [InlineData(11, 30, "18:59:59", nameof(TimeInForce.Opg), false)]
    [InlineData(11, 30, "19:00:00", nameof(TimeInForce.Opg), true)]
    [InlineData(11, 27, "12:49:59", nameof(TimeInForce.Cls), true)]
    [InlineData(11, 27, "12:50:00", nameof(TimeInForce.Cls), false)]
    [InlineData(11, 30, "15:49:59", nameof(TimeInForce.Cls), true)]
    [InlineData(11, 30, "15:50:00", nameof(TimeInForce.Cls), false)]
    [InlineData(11, 30, "18:59:59", nameof(TimeInForce.Cls), false)]
    [InlineData(11, 30, "19:00:00", nameof(TimeInForce.Cls), true)]
    public async Task V16_Auctions_CloseAtTheirSecond(int month, int day, string time, string tif, bool taken)
    {
        await using var scene = Open(Whole);
        At(scene, month, day, time);

        Assert.Equal(
            taken ? null : RefusalKind.AuctionClosed, await Kind(scene, Buy("m", 1) with { TimeInForce = Enum.Parse<TimeInForce>(tif) }));
    }

    [Theory]
    [InlineData(11, 27, "10:00:00", true, "2026-11-30T14:30Z", "2026-11-27T18:00Z")]
    [InlineData(11, 28, "12:00:00", false, "2026-11-30T14:30Z", "2026-11-30T21:00Z")]
    [InlineData(11, 30, "09:29:59", false, "2026-11-30T14:30Z", "2026-11-30T21:00Z")]
    [InlineData(11, 30, "09:30:00", true, "2026-12-01T14:30Z", "2026-11-30T21:00Z")]
    [InlineData(11, 30, "16:00:00", false, "2026-12-01T14:30Z", "2026-12-01T21:00Z")]
    public async Task V17_Clock_NamesTheNextOpenAndClose(int month, int day, string time, bool open, string nextOpen, string nextClose)
    {
        await using var scene = Open(Whole);
        At(scene, month, day, time);
        var clock = await scene.Value(scene.Broker.ClockAsync(default));

        Assert.Equal((open, DateTimeOffset.Parse(nextOpen), DateTimeOffset.Parse(nextClose)), (clock.IsOpen, clock.NextOpen, clock.NextClose));
    }

    [Fact]
    public async Task V18_Calendar_HasBothEndsOfItsSpan_AndTheEarlyClose()
    {
        await using var scene = Open(Whole);
        var friday = Assert.Single(await scene.Value(scene.Broker.CalendarAsync(new(2026, 11, 27), new(2026, 11, 27), default)));

        Assert.Equal((new TimeOnly(13, 0), new TimeOnly(4, 0), new TimeOnly(17, 0)), (friday.Close, friday.SessionOpen, friday.SessionClose));
        Assert.Empty(await scene.Value(scene.Broker.CalendarAsync(new(2026, 4, 3), new(2026, 4, 5), default)));
    }

    private static async Task<RefusalKind?> Kind(BrokerScene scene, OrderRequest request) =>
        await scene.Time.RunAsync(scene.Broker.SubmitAsync(request, default)) switch
        {
            BrokerReply<Order>.Done => null,
            BrokerReply<Order>.Refused refused => refused.Refusal.Kind,
            var other => throw new InvalidOperationException(other.ToString()),
        };

    private static void At(BrokerScene scene, int month, int day, string time) =>
        scene.At(month, day, int.Parse(time[..2]), int.Parse(time[3..5]), int.Parse(time[6..]));
}
