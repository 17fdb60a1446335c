using Kobe.Core.Runs;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using Kobe.Desk.Tests.Brokers;

namespace Kobe.Desk.Tests.Orders;

/// <summary>Closing positions whose shares resting orders hold; the same on each broker.</summary>
public abstract class FlattenContract
{
    private protected static readonly PaperOptions Whole = new() { PartialShare = 0 };

    private protected abstract BrokerScene Broker();

    [Fact]
    public async Task PositionBehindAStop_IsClosed_AndTheStopIsGone()
    {
        await using var desk = await Holding();

        var result = Assert.Single(await Flatten(desk));

        Assert.Equal(("AAPL", FlattenEnd.Flat), (result.Symbol, result.End));
        Assert.Equal(0, await desk.Scene.Held("AAPL"));
        Assert.Empty(await desk.Scene.Value(desk.Scene.Broker.OpenOrdersAsync(default)));
    }

    [Fact]
    public async Task SameCommandAgain_FindsItsOrder_AndSellsNothingTwice()
    {
        await using var desk = await Holding();
        await Flatten(desk);
        var orders = desk.Scene.Exchange.Orders.Count();

        desk.Restart();

        Assert.Empty(await Flatten(desk));
        Assert.Equal(orders, desk.Scene.Exchange.Orders.Count());
    }

    [Fact]
    public async Task ClosingOrderWhoseAnswerIsLost_IsResolved()
    {
        await using var desk = await Holding();
        // The first change is the cancel of the stop, which may be repeated; a later one is the closing order.
        desk.Scene.Exchange.Faults.Add(Fault.TimeoutAfterAccept, Fault.TimeoutAfterAccept, Fault.TimeoutAfterAccept);

        Assert.Equal(FlattenEnd.Flat, Assert.Single(await Flatten(desk)).End);
        Assert.Equal(1, desk.Scene.Exchange.Orders.Count(order => order.Order is { Side: OrderSide.Sell, Type: OrderType.Market }));
    }

    [Fact]
    public async Task RefusedClosing_PutsTheStopBack_AndSaysSo()
    {
        await using var desk = await Holding();
        desk.Scene.Exchange.Faults.Refuse(Refusals.NoShorting);

        var result = Assert.Single(await Flatten(desk));

        Assert.Equal(FlattenEnd.Failed, result.End);
        Assert.Contains("Its stop is back", result.Text, StringComparison.Ordinal);
        var stop = Assert.Single(await desk.Scene.Value(desk.Scene.Broker.OpenOrdersAsync(default)));
        Assert.Equal((OrderType.Stop, 185m, 10m), (stop.Type, stop.StopPrice, stop.Quantity));
        Assert.Equal(10m, await desk.Scene.Held("AAPL"));
    }

    [Fact]
    public async Task StopThatWasFilledMeanwhile_IsFlat_WithoutAnotherOrder()
    {
        await using var desk = await Holding();
        desk.Scene.Exchange.Faults.CancelLosesRace = true;

        var result = Assert.Single(await Flatten(desk));

        Assert.Equal(FlattenEnd.Flat, result.End);
        Assert.DoesNotContain(desk.Scene.Exchange.Orders, order => order.Order is { Side: OrderSide.Sell, Type: OrderType.Market });
    }

    [Fact]
    public async Task SharesThatAreFreedLate_AreWaitedFor()
    {
        await using var desk = await Holding();
        desk.Broker.BusyLooks = 4;
        var before = desk.Scene.Time.GetUtcNow();

        Assert.Equal(FlattenEnd.Flat, Assert.Single(await Flatten(desk)).End);
        Assert.InRange(desk.Scene.Time.GetUtcNow() - before, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ClosingOrderThatDoesNotTrade_IsClosing_NotFlat_AndIsFoundAgain()
    {
        await using var desk = await Holding();
        desk.Scene.Exchange.Halt("AAPL", halted: true);

        Assert.Equal(FlattenEnd.Closing, Assert.Single(await Flatten(desk)).End);
        var orders = desk.Scene.Exchange.Orders.Count();
        desk.Restart();
        Assert.Equal(FlattenEnd.Closing, Assert.Single(await Flatten(desk)).End);
        Assert.Equal(orders, desk.Scene.Exchange.Orders.Count());

        desk.Scene.Exchange.Halt("AAPL", halted: false);
        Assert.Empty(await Flatten(desk));
        Assert.Equal(0, await desk.Scene.Held("AAPL"));
    }

    [Fact]
    public async Task PositionsThatTradeSlowly_DontHoldUpTheSaleOfThoseBehindThem()
    {
        await using var desk = await Holding();
        string[] others = ["BAC", "CAT", "DIS"];
        foreach (var symbol in others)
        {
            desk.Scene.Show(symbol, 49.98m, 50.02m, 50m);
            var bought = await desk.Scene.Submit(BrokerScene.Buy(symbol, 4) with { Symbol = symbol });
            Assert.Equal(OrderStatus.Filled, (await desk.Scene.Read(bought)).Status);
            desk.Scene.Exchange.Halt(symbol, halted: true);
        }

        var before = desk.Scene.Time.GetUtcNow();
        desk.Scene.Exchange.Halt("AAPL", halted: true);
        string[] asked = ["DIS", "AAPL", "CAT", "BAC"];
        var results = await desk.Scene.Time.RunAsync(desk.Door.FlattenAsync("x@2026-11-23/1", "x", asked, default));

        Assert.Equal(asked, results.Select(result => result.Symbol));
        Assert.All(results, result => Assert.Equal(FlattenEnd.Closing, result.End));
        Assert.Equal(
            asked,
            desk.Scene.Exchange.Orders.Where(order => order.Order is { Side: OrderSide.Sell, Type: OrderType.Market })
                .Select(order => order.Order.Symbol));
        Assert.InRange(desk.Scene.Time.GetUtcNow() - before, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task AfterTheClose_ItIsALimitOrderForExtendedHours()
    {
        await using var desk = await Holding();
        desk.Scene.At(11, 23, 16, 30);

        Assert.Equal(FlattenEnd.Flat, Assert.Single(await Flatten(desk)).End);
        var closing = desk.Scene.Exchange.Orders.Last().Order;
        Assert.Equal((OrderType.Limit, true), (closing.Type, closing.ExtendedHours));
    }

    [Fact]
    public async Task AtNight_NothingIsTouched()
    {
        await using var desk = await Holding();
        desk.Scene.At(11, 23, 22, 0);

        Assert.Equal(FlattenEnd.NotNow, Assert.Single(await Flatten(desk)).End);
        Assert.Single(await desk.Scene.Value(desk.Scene.Broker.OpenOrdersAsync(default)));
    }

    [Fact]
    public async Task HaltedWithoutApproval_TouchesNothing_AndWithApprovalCloses()
    {
        await using var desk = await Holding();
        desk.Set(TradingState.HALTED);
        Assert.Equal(FlattenEnd.NotNow, Assert.Single(await Flatten(desk)).End);
        Assert.Equal(10m, await desk.Scene.Held("AAPL"));

        desk.Set(TradingState.HALTED, exitsApproved: true);
        Assert.Equal(FlattenEnd.Flat, Assert.Single(await Flatten(desk)).End);
    }

    private async Task<DeskScene> Holding()
    {
        var desk = new DeskScene(Broker());
        desk.Scene.Show("AAPL", 189.98m, 190.02m, 190m);
        await desk.Scene.Own(10);
        await desk.Scene.Submit(BrokerScene.Sell("stop", 10) with { Type = OrderType.Stop, StopPrice = 185, TimeInForce = TimeInForce.Gtc });
        return desk;
    }

    private static Task<IReadOnlyList<FlattenResult>> Flatten(DeskScene desk) =>
        desk.Scene.Time.RunAsync(desk.Door.FlattenAsync("flatten@2026-11-23/manual-1", "flatten", null, default));
}
