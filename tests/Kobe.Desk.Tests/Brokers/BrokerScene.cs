using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>A broker and the exchange behind it: 2026-11-27, an early close, 10:00 in New York, 100,000 in cash.</summary>
internal abstract class BrokerScene : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 27, 15, 0, 0, TimeSpan.Zero);

    protected BrokerScene(PaperOptions options, DateTimeOffset? start = null)
    {
        Time = new SimulatedTime(start ?? Start);
        Exchange = new PaperExchange(Support.Exchange.Xnys, options, start ?? Start);
        Show("AAPL", 189.98m, 190.02m, 190.00m);
    }

    public SimulatedTime Time { get; }

    public PaperExchange Exchange { get; }

    public abstract IBroker Broker { get; }

    public OrderSender Sender => new(Broker, Broker, Time);

    /// <summary>How many requests the broker got.</summary>
    public int Requests => Exchange.Requests.Total;

    public void Show(string symbol, decimal bid, decimal ask, decimal last) =>
        Exchange.Show(symbol, new Quote(bid, ask, last, Time.GetUtcNow()));

    public void At(int month, int day, int hour, int minute, int second = 0) =>
        Time.Set(Kobe.Core.Markets.WallClock.Resolve(
            new DateOnly(2026, month, day), new TimeOnly(hour, minute, second), Kobe.Testing.Zones.NewYork,
            Kobe.Core.Markets.GapPolicy.Run, Kobe.Core.Markets.OverlapPolicy.First)!.Value);

    public async Task<T> Value<T>(Task<BrokerReply<T>> call)
    {
        var reply = await Time.RunAsync(call);
        return reply is BrokerReply<T>.Done done ? done.Value : throw new InvalidOperationException(reply.ToString());
    }

    public async Task<BrokerRefusal> Refusal<T>(Task<BrokerReply<T>> call)
    {
        var reply = await Time.RunAsync(call);
        return reply is BrokerReply<T>.Refused no ? no.Refusal : throw new InvalidOperationException(reply.ToString());
    }

    public Task<Order> Submit(OrderRequest request) => Value(Broker.SubmitAsync(request, default));

    public Task<BrokerRefusal> Refused(OrderRequest request) => Refusal(Broker.SubmitAsync(request, default));

    public Task<Order> Read(Order order) => Value(Broker.OrderAsync(order.Id, default));

    public async Task<decimal> Held(string symbol) =>
        (await Value(Broker.PositionsAsync(default))).SingleOrDefault(one => one.Symbol == symbol)?.Quantity ?? 0;

    /// <summary>Buys at the market and waits until it is done.</summary>
    public async Task Own(decimal quantity)
    {
        var order = await Submit(Buy($"own-{quantity}", quantity));
        Assert.Equal(OrderStatus.Filled, (await Read(order)).Status);
    }

    public static OrderRequest Buy(string id, decimal? quantity, decimal? limit = null) => new()
    {
        ClientOrderId = id,
        Symbol = "AAPL",
        Side = OrderSide.Buy,
        Type = limit is null ? OrderType.Market : OrderType.Limit,
        Quantity = quantity,
        LimitPrice = limit,
    };

    public static OrderRequest Sell(string id, decimal? quantity, decimal? limit = null) =>
        Buy(id, quantity, limit) with { Side = OrderSide.Sell };

    /// <summary>Begins to listen to what happens to orders; when it comes back, what happens is heard as it happens.</summary>
    public async Task<Listener> Listen()
    {
        var listener = new Listener(this);
        await Listening();

        // An order that means nothing: what is heard of it comes behind all that was looked up at the beginning.
        Show("SENT", 2, 2, 2);
        var sentinel = await Submit(Buy("sentinel", 1, 1) with { Symbol = "SENT" });
        await listener.Until("sentinel new");
        await Value(Broker.CancelAsync(sentinel.Id, default));
        await Read(sentinel);
        await listener.Until("sentinel canceled");
        return listener;
    }

    /// <summary>Comes back when a listener hears what happens from now on.</summary>
    public virtual Task Listening() => Task.CompletedTask;

    public abstract ValueTask DisposeAsync();
}
