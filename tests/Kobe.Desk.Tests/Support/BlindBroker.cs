using Kobe.Desk.Brokers;

namespace Kobe.Desk.Tests.Support;

/// <summary>A broker that for a time can't say whether an order is there, frees shares late, and tells movements late.</summary>
internal sealed class BlindBroker(IBroker inner) : IBroker
{
    public bool IsBlind { get; set; }

    /// <summary>So many looks at the positions show their shares as held still.</summary>
    public int BusyLooks { get; set; }

    /// <summary>The movements that are not told yet.</summary>
    public Func<Activity, bool> IsLate { get; set; } = _ => false;

    public Task<BrokerReply<Order>> FindOrderAsync(string clientOrderId, CancellationToken cancellation) => IsBlind
        ? Task.FromResult<BrokerReply<Order>>(new BrokerReply<Order>.Unclear("Nobody answers."))
        : inner.FindOrderAsync(clientOrderId, cancellation);

    public Task<BrokerReply<Order>> SubmitAsync(OrderRequest request, CancellationToken cancellation) =>
        inner.SubmitAsync(request, cancellation);

    public Task<BrokerReply<Order>> ReplaceAsync(string id, OrderChange change, CancellationToken cancellation) =>
        inner.ReplaceAsync(id, change, cancellation);

    public Task<BrokerReply<bool>> CancelAsync(string id, CancellationToken cancellation) => inner.CancelAsync(id, cancellation);

    public Task<BrokerReply<Order>> ClosePositionAsync(string symbol, decimal? quantity, CancellationToken cancellation) =>
        inner.ClosePositionAsync(symbol, quantity, cancellation);

    public Task<BrokerReply<Account>> AccountAsync(CancellationToken cancellation) => inner.AccountAsync(cancellation);

    public async Task<BrokerReply<IReadOnlyList<Position>>> PositionsAsync(CancellationToken cancellation)
    {
        var reply = await inner.PositionsAsync(cancellation);
        return BusyLooks-- > 0 && reply.ValueOrDefault is { } held
            ? new BrokerReply<IReadOnlyList<Position>>.Done([.. held.Select(one => one with { Available = 0 })])
            : reply;
    }

    public Task<BrokerReply<IReadOnlyList<Order>>> OpenOrdersAsync(CancellationToken cancellation) => inner.OpenOrdersAsync(cancellation);

    public Task<BrokerReply<Order>> OrderAsync(string id, CancellationToken cancellation) => inner.OrderAsync(id, cancellation);

    public async Task<BrokerReply<IReadOnlyList<Activity>>> ActivitiesAsync(DateTimeOffset after, CancellationToken cancellation)
    {
        var reply = await inner.ActivitiesAsync(after, cancellation);
        return reply.ValueOrDefault is { } told
            ? new BrokerReply<IReadOnlyList<Activity>>.Done([.. told.Where(one => !IsLate(one))])
            : reply;
    }

    public Task<BrokerReply<BrokerClock>> ClockAsync(CancellationToken cancellation) => inner.ClockAsync(cancellation);

    public Task<BrokerReply<IReadOnlyList<BrokerDay>>> CalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellation) =>
        inner.CalendarAsync(from, to, cancellation);

    public Task<BrokerReply<Quote>> QuoteAsync(string symbol, CancellationToken cancellation) => inner.QuoteAsync(symbol, cancellation);

    public IAsyncEnumerable<OrderEvent> ListenAsync(CancellationToken cancellation) => inner.ListenAsync(cancellation);
}
