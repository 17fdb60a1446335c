using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>Limits, keys, parts and repetitions: V19 to V25.</summary>
public abstract partial class BrokerContract
{
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
    public async Task V22_EventsToldTwiceAndOutOfOrder_AreHeardOnce()
    {
        await using var scene = Open(Whole);
        scene.Exchange.Faults.RepeatEvents = true;
        await using var listener = await scene.Listen();
        await scene.Read(await scene.Submit(Buy("e1", 10)));
        await scene.Read(await scene.Submit(Buy("e2", 5)));

        var heard = await listener.Next(4);

        Assert.Equal(["e1 new", "e1 fill", "e2 new", "e2 fill"], heard.Select(what => $"{what.Order.ClientOrderId} {what.Event}"));
        Assert.Equal([10m, 5m], heard.Where(what => what.ExecutionId is not null).Select(what => what.Quantity!.Value));
    }

    [Fact]
    public async Task LineThatBreaks_IsConnectedAgain_AndWhatWasMissedIsToldOnce()
    {
        await using var scene = Open(Whole);
        await using var listener = await scene.Listen();
        var resting = await scene.Submit(Buy("rests", 10, 150));
        Assert.Equal(["rests new"], (await listener.Next(1)).Select(Told));

        scene.Exchange.Faults.FillAtMost(4);
        scene.Exchange.Faults.Add(Fault.LineDrop);
        var part = await scene.Submit(Buy("part", 10));
        await scene.Read(part);
        await scene.Value(scene.Broker.CancelAsync(resting.Id, default));
        scene.Exchange.Faults.PlaceOutside(Buy("by-hand", 3, 151));
        var later = await scene.Submit(Buy("later", 5));
        await scene.Read(later);

        var heard = await listener.Until("later fill");
        await scene.Listening();
        await scene.Value(scene.Broker.CancelAsync(part.Id, default));
        await scene.Read(part);
        heard.AddRange(await listener.Until("part canceled"));

        var told = heard.Select(Told).ToList();
        Assert.Equal(told.Distinct(), told);
        Assert.Superset(
            new HashSet<string> { "rests canceled", "part partial_fill 4", "by-hand new", "later fill 5", "part canceled" }, told.ToHashSet());
        Assert.Equal(9m, heard.Sum(what => what.Quantity ?? 0));
    }

    [Fact]
    public async Task OrderOfSomebodyElse_ThatComesFirst_IsThere_AndOursGoesItsWay()
    {
        await using var scene = Open(Whole);
        await scene.Own(10);
        scene.Exchange.Faults.PlaceOutside(Buy("by-hand", 3, 189));

        var refusal = await scene.Refused(Sell("ours", 10));

        Assert.Equal(RefusalKind.WashTrade, refusal.Kind);
        Assert.Equal("by-hand", Assert.Single(await scene.Value(scene.Broker.OpenOrdersAsync(default))).ClientOrderId);
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

    private static string Told(OrderEvent what) =>
        $"{what.Order.ClientOrderId} {what.Event}{(what.Quantity is { } quantity ? $" {Refusals.Text(quantity)}" : "")}";
}
