using Kobe.Desk.Brokers;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>Changes of orders, and what the exchange's hours do to them: V11 to V18.</summary>
public abstract partial class BrokerContract
{
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
}
