using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Entries;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Plans;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>A desk with a budget and a plan of one idea, and what handlers do to its orders.</summary>
public abstract class OrderScene : IAsyncLifetime
{
    private protected static readonly EnterArguments Swing = new(EntrySetup.Swing, Chase: 5);
    private protected HandlerStage Stage = null!;

    public async ValueTask InitializeAsync()
    {
        Stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "11:00"));
        Stage.Publish(Fact.Of("risk.today", new RiskBudget("2026-11-23", 100_000, 2_000, 500, 5, 0.9m, 1, "")));
        await PlanAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Stage.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task PlanAsync()
    {
        var price = decimal.Round(await PriceAsync(), 2);
        Stage.Publish(Fact.Of("plan.today", DayPlan.Of("2026-11-23",
            [new("ALFA", "trend-pullback", "swing", 20, price, decimal.Round(price * 0.97m, 2), null, null, "")])));
    }

    protected async Task HoldAsync()
    {
        var price = await PriceAsync();
        var handler = new EnterHandler();
        await Stage.SucceedAsync(handler, Swing);
        Stage.Time.Pass(TimeSpan.FromMinutes(3));
        var desk = await DeskAsync();
        await Stage.Time.RunAsync(desk.ReconcileAsync(default));
        // The entry brought its stop along; without it the position is bare, as after an opening auction.
        foreach (var order in (await OpenAsync()).Where(order => order.Type == OrderType.Stop))
        {
            await BrokerOf(desk).CancelAsync(order.Id, default);
        }

        Stage.Time.Pass(TimeSpan.FromSeconds(5));
        Assert.True((await desk.Account.PositionsAsync(default)).ValueOrDefault!.Count == 1, $"{price}");
    }

    protected async Task LoseAsync()
    {
        await HoldAsync();
        var desk = await DeskAsync();
        // Buying at the ask and selling at the bid costs the spread at least.
        await Stage.SucceedAsync(new FlattenHandler(), new FlattenArguments(FlattenScope.All));
        Stage.Time.Pass(TimeSpan.FromMinutes(3));
        await Stage.Time.RunAsync(desk.ReconcileAsync(default));
        Assert.True(desk.Ledger.Equity < 100_000, $"{desk.Ledger.Equity}");
    }

    protected async Task BuyAsync(decimal limit, decimal stop, string symbol = "ALFA", decimal quantity = 10) => Assert.IsType<DoorAnswer.Confirmed>(
        await Stage.Time.RunAsync((await DeskAsync()).Door.SubmitAsync(
            new()
            {
                Key = "buy@1", Task = "buy", Kind = IntentKind.Entry, Symbol = symbol, Side = OrderSide.Buy, Quantity = quantity, Type = OrderType.Limit,
                TimeInForce = TimeInForce.Gtc, LimitPrice = limit, StopLoss = stop,
            },
            default)));

    protected async Task<decimal> UnrealisedAsync() =>
        (await (await DeskAsync()).Account.PositionsAsync(default)).ValueOrDefault!.Sum(one => one.MarketValue - one.CostBasis);

    private static IOrderRouting BrokerOf(TradingDesk desk) => (IOrderRouting)desk.Account;

    protected async Task<decimal> PriceAsync(string symbol = "ALFA") => ((await (await DeskAsync()).Exchange.QuoteAsync(symbol, default)) as BrokerReply<Quote>.Done)!.Value.Ask;

    protected async Task<TradingDesk> DeskAsync() => await DeskSession.Of(Stage.Context()).TradingAsync(default);

    protected async Task<IReadOnlyList<Order>> OpenAsync() => (await (await DeskAsync()).Account.OpenOrdersAsync(default)).ValueOrDefault!;

    protected async Task<List<Order>> EntriesAsync()
    {
        var desk = await DeskAsync();
        var orders = new List<Order>();
        foreach (var order in desk.Orders.Where(order => order.Kind == IntentKind.Entry && order.OrderIds.Length > 0))
        {
            orders.Add((await desk.Account.OrderAsync(order.OrderIds[0], default)).ValueOrDefault!);
        }

        return orders;
    }

    protected static Order Stop(IEnumerable<Order> open) => Assert.Single(open, order => order.Type == OrderType.Stop);
}
