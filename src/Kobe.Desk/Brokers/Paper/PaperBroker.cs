using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>The paper account behind the broker port, in this process: the same answers, limits and delays of a
/// broker.</summary>
/// <remarks>
/// Time passes when somebody calls: before an answer the exchange catches up with the clock. With a
/// <see cref="PaperLog"/> each change is on disk before its answer is given.
/// </remarks>
internal sealed class PaperBroker(
    PaperExchange exchange, TimeProvider time, PaperLog? log = null, IPaperTape? tape = null) : IBroker
{
    private const int RateLimitRetries = 3;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly RequestBudget _budget = new(time);
    private readonly List<Channel<OrderEvent>> _listeners = [];
    private int _told;

    /// <summary>The faults that its calls are to meet.</summary>
    public FaultScript Faults => exchange.Faults;

    public Task<BrokerReply<Order>> SubmitAsync(OrderRequest request, CancellationToken cancellation) =>
        ChangeAsync(urgent: false, () => exchange.Submit(request), cancellation);

    public Task<BrokerReply<Order>> ReplaceAsync(string id, OrderChange change, CancellationToken cancellation) =>
        ChangeAsync(urgent: false, () => exchange.Replace(id, change), cancellation);

    public Task<BrokerReply<bool>> CancelAsync(string id, CancellationToken cancellation) =>
        ChangeAsync(urgent: true, () => exchange.Cancel(id), cancellation);

    public Task<BrokerReply<Order>> ClosePositionAsync(
        string symbol, decimal? quantity, CancellationToken cancellation) =>
        ChangeAsync(urgent: true, () => exchange.Close(symbol, quantity), cancellation);

    public Task<BrokerReply<Account>> AccountAsync(CancellationToken cancellation) =>
        ReadAsync(() => exchange.Account(), cancellation);

    public Task<BrokerReply<IReadOnlyList<Position>>> PositionsAsync(CancellationToken cancellation) =>
        ReadAsync(() => exchange.Positions(), cancellation);

    public Task<BrokerReply<IReadOnlyList<Order>>> OpenOrdersAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<Order>>(
            () => [.. from order in exchange.Orders where order.IsOpen select order.Order], cancellation);

    public Task<BrokerReply<Order>> OrderAsync(string id, CancellationToken cancellation) =>
        CallAsync(urgent: false, changes: false, () => exchange.Find(id), cancellation);

    public Task<BrokerReply<Order>> FindOrderAsync(string clientOrderId, CancellationToken cancellation) =>
        CallAsync(urgent: false, changes: false, () => exchange.FindByClientId(clientOrderId), cancellation);

    public Task<BrokerReply<IReadOnlyList<Activity>>> ActivitiesAsync(
        DateTimeOffset after, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<Activity>>(
            () => [.. from one in exchange.Activities where one.At > after select one], cancellation);

    public Task<BrokerReply<BrokerClock>> ClockAsync(CancellationToken cancellation) =>
        ReadAsync(() => exchange.Clock(), cancellation);

    public Task<BrokerReply<IReadOnlyList<BrokerDay>>> CalendarAsync(
        DateOnly from, DateOnly to, CancellationToken cancellation) =>
        ReadAsync(() => exchange.Days(from, to), cancellation);

    public Task<BrokerReply<Quote>> QuoteAsync(string symbol, CancellationToken cancellation) =>
        CallAsync<Quote>(
            urgent: false,
            changes: false,
            () => exchange.QuoteOf(symbol) is { } quote
                ? new BrokerReply<Quote>.Done(quote)
                : new BrokerReply<Quote>.Refused(
                    new(RefusalKind.NotFound, 404, Refusals.Missing, $"symbol not found: {symbol}")),
            cancellation);

    public async IAsyncEnumerable<OrderEvent> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var tracker = new OrderTracker();
        var channel = Channel.CreateUnbounded<OrderEvent>();
        lock (_gate)
        {
            Tell();
            _listeners.Add(channel);
        }

        try
        {
            while (true)
            {
                while (channel.Reader.TryRead(out var what))
                {
                    if (tracker.Apply(what))
                    {
                        yield return what;
                    }
                }

                await WaitAsync(channel.Reader, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            lock (_gate)
            {
                _listeners.Remove(channel);
            }
        }
    }

    // Nobody else may call for a while: whoever listens looks at the clock himself as often as bars end.
    private async Task WaitAsync(ChannelReader<OrderEvent> events, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var minute = Task.Delay(Minute, time, stop.Token);
        if (await Task.WhenAny(events.WaitToReadAsync(stop.Token).AsTask(), minute).ConfigureAwait(false) == minute)
        {
            lock (_gate)
            {
                CatchUp();
                exchange.Advance(time.GetUtcNow());
                Keep();
            }
        }

        await stop.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    private Task<BrokerReply<T>> ChangeAsync<T>(
        bool urgent, Func<BrokerReply<T>> call, CancellationToken cancellation) =>
        CallAsync(urgent, changes: true, call, cancellation);

    private Task<BrokerReply<T>> ReadAsync<T>(Func<T> call, CancellationToken cancellation) =>
        CallAsync(urgent: false, changes: false, () => new BrokerReply<T>.Done(call()), cancellation);

    private async Task<BrokerReply<T>> CallAsync<T>(
        bool urgent, bool changes, Func<BrokerReply<T>> call, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            await _budget.WaitAsync(urgent, cancellation).ConfigureAwait(false);
            var served = Serve(changes, call);
            if (served.RetryAt is not { } again)
            {
                return Arrived(served);
            }

            if (tries == RateLimitRetries)
            {
                return new BrokerReply<T>.Refused(Refusals.RateLimited);
            }

            _budget.PauseUntil(again);
        }
    }

    private Served<T> Serve<T>(bool changes, Func<BrokerReply<T>> call)
    {
        lock (_gate)
        {
            CatchUp();
            var served = exchange.Serve(time.GetUtcNow(), changes, call);
            Keep();
            return served;
        }
    }

    private void CatchUp() => tape?.Play(exchange, time.GetUtcNow());

    private void Keep()
    {
        log?.Append(exchange.TakeChanges());
        Tell();
    }

    private void Tell()
    {
        for (; _told < exchange.Events.Count; _told++)
        {
            foreach (var listener in _listeners)
            {
                exchange.Faults.Carry(exchange.Events, _told, what => listener.Writer.TryWrite(what));
            }
        }
    }

    private static BrokerReply<T> Arrived<T>(Served<T> served) => served.Fault switch
    {
        null or Fault.Nothing or Fault.LineDrop or Fault.ExternalOrder => served.Reply!,
        Fault.TimeoutAfterAccept => new BrokerReply<T>.Unclear("The line broke before the answer came."),
        Fault.Slow => new BrokerReply<T>.Unclear("No answer came in time."),
        _ => new BrokerReply<T>.Unclear("The server answered with an error of its own."),
    };
}
