using System.Text.Json;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>Alpaca's Trading API v2 behind the broker port.</summary>
internal sealed class AlpacaClient : IBroker, IDisposable
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan TimeoutUsual = TimeSpan.FromSeconds(10);

    private const int OrdersPerPage = 500;
    private const int ActivitiesPerPage = 100;

    // A hundred thousand activities: more than a day of the busiest account; the limit is against an endless answer.
    private const int PagesMax = 1000;

    private readonly AlpacaEndpoint _endpoint;
    private readonly AlpacaKeys _keys;
    private readonly AlpacaWire _wire;
    private readonly TimeProvider _time;

    public AlpacaClient(AlpacaEndpoint endpoint, AlpacaKeys keys, TimeProvider time, TimeSpan? timeout = null)
    {
        (_endpoint, _keys, _time) = (endpoint, keys, time);
        _wire = new AlpacaWire(endpoint, keys, time, timeout ?? TimeoutUsual);
    }

    public Task<BrokerReply<Order>> SubmitAsync(OrderRequest request, CancellationToken cancellation) => CallAsync(
        HttpMethod.Post, "orders", Manner.Change, writer => AlpacaWriting.Request(writer, request),
        AlpacaReading.Order, cancellation);

    public Task<BrokerReply<Order>> ReplaceAsync(string id, OrderChange change, CancellationToken cancellation) =>
        CallAsync(
            HttpMethod.Patch, $"orders/{Part(id)}", Manner.Change, writer => AlpacaWriting.Change(writer, change),
            AlpacaReading.Order, cancellation);

    public Task<BrokerReply<bool>> CancelAsync(string id, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Delete, $"orders/{Part(id)}", Manner.Cancel, null, _ => true, cancellation);

    public Task<BrokerReply<Order>> ClosePositionAsync(
        string symbol, decimal? quantity, CancellationToken cancellation)
    {
        var query = quantity is { } shares ? $"?qty={Refusals.Text(shares)}" : "";
        return CallAsync(
            HttpMethod.Delete, $"positions/{Part(symbol)}{query}", Manner.Change, null, AlpacaReading.Order,
            cancellation);
    }

    public Task<BrokerReply<Account>> AccountAsync(CancellationToken cancellation) =>
        GetAsync("account", AlpacaReading.Account, cancellation);

    public Task<BrokerReply<IReadOnlyList<Position>>> PositionsAsync(CancellationToken cancellation) =>
        GetAsync("positions", list => List(list, AlpacaReading.Position), cancellation);

    public Task<BrokerReply<Order>> OrderAsync(string id, CancellationToken cancellation) =>
        GetAsync($"orders/{Part(id)}?nested=true", AlpacaReading.Order, cancellation);

    public Task<BrokerReply<Order>> FindOrderAsync(string clientOrderId, CancellationToken cancellation) => GetAsync(
        $"orders:by_client_order_id?client_order_id={Part(clientOrderId)}", AlpacaReading.Order, cancellation);

    public Task<BrokerReply<IReadOnlyList<Order>>> OpenOrdersAsync(CancellationToken cancellation) =>
        OrdersAsync("open", cancellation);

    /// <summary>All orders that were submitted later than an instant, ended or not; oldest first.</summary>
    public Task<BrokerReply<IReadOnlyList<Order>>> OrdersSinceAsync(
        DateTimeOffset after, CancellationToken cancellation) =>
        OrdersAsync($"all&after={Instant(after)}", cancellation);

    public Task<BrokerReply<IReadOnlyList<Activity>>> ActivitiesAsync(
        DateTimeOffset after, CancellationToken cancellation) =>
        PagesAsync(
            $"account/activities?after={Instant(after)}&direction=asc&page_size={ActivitiesPerPage}", ActivitiesPerPage,
            AlpacaReading.Activity, activity => activity.Id, last => $"&page_token={Part(last.Id)}", cancellation);

    public Task<BrokerReply<BrokerClock>> ClockAsync(CancellationToken cancellation) =>
        GetAsync("clock", AlpacaReading.Clock, cancellation);

    public Task<BrokerReply<IReadOnlyList<BrokerDay>>> CalendarAsync(
        DateOnly from, DateOnly to, CancellationToken cancellation) =>
        GetAsync(
            $"calendar?start={from:yyyy-MM-dd}&end={to:yyyy-MM-dd}", list => List(list, AlpacaReading.Day),
            cancellation);

    public Task<BrokerReply<Quote>> QuoteAsync(string symbol, CancellationToken cancellation) => _wire.CallAsync(
        HttpMethod.Get, new Uri(_endpoint.Market, $"v2/stocks/{Part(symbol)}/snapshot?feed=iex"), Manner.Read, null,
        AlpacaReading.Snapshot, cancellation);

    public IAsyncEnumerable<OrderEvent> ListenAsync(CancellationToken cancellation) =>
        new AlpacaStream(this, _endpoint.Stream, _keys, _time).ListenAsync(cancellation);

    public void Dispose() => _wire.Dispose();

    // There is no page token: the next page is what was submitted before the last one, and an order may be on both.
    private async Task<BrokerReply<IReadOnlyList<Order>>> OrdersAsync(string status, CancellationToken cancellation)
    {
        var reply = await PagesAsync(
            $"orders?status={status}&limit={OrdersPerPage}&direction=desc", OrdersPerPage, AlpacaReading.Order,
            order => order.Id, last => $"&until={Instant(last.SubmittedAt)}", cancellation).ConfigureAwait(false);
        return reply.ValueOrDefault is { } orders
            ? new BrokerReply<IReadOnlyList<Order>>.Done(
                [.. orders.OrderBy(order => order.SubmittedAt).ThenBy(order => order.Id, StringComparer.Ordinal)])
            : reply;
    }

    /// <summary>Reads page after page until one is not full, or says nothing new.</summary>
    /// <param name="path">The path with its query.</param>
    /// <param name="perPage">How many are on a full page.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="id">What it is known by.</param>
    /// <param name="next">What the query of the next page has besides, by the last one of a page.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private async Task<BrokerReply<IReadOnlyList<T>>> PagesAsync<T>(
        string path, int perPage, Func<JsonElement, T> read, Func<T, string> id, Func<T, string> next,
        CancellationToken cancellation)
    {
        var (all, ids, query) = (new List<T>(), new HashSet<string>(StringComparer.Ordinal), "");
        for (var page = 0; page < PagesMax; page++)
        {
            var reply = await GetAsync(path + query, list => List(list, read), cancellation).ConfigureAwait(false);
            if (reply is not BrokerReply<IReadOnlyList<T>>.Done { Value: var found })
            {
                return reply;
            }

            var before = all.Count;
            all.AddRange(found.Where(one => ids.Add(id(one))));
            if (found.Count < perPage || all.Count == before)
            {
                break;
            }

            query = next(found[^1]);
        }

        return new BrokerReply<IReadOnlyList<T>>.Done(all);
    }

    private Task<BrokerReply<T>> GetAsync<T>(
        string path, Func<JsonElement, T> read, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Get, path, Manner.Read, null, read, cancellation);

    private Task<BrokerReply<T>> CallAsync<T>(
        HttpMethod method,
        string path,
        Manner manner,
        Action<Utf8JsonWriter>? body,
        Func<JsonElement, T> read,
        CancellationToken cancellation) =>
        _wire.CallAsync(method, new Uri(_endpoint.Trading, $"v2/{path}"), manner, body, read, cancellation);

    private static IReadOnlyList<T> List<T>(JsonElement list, Func<JsonElement, T> read) =>
        list.ValueKind == JsonValueKind.Null ? [] : [.. list.Items().Select(read)];

    private static string Part(string text) => Uri.EscapeDataString(text);

    private static string Instant(DateTimeOffset instant) => Part(instant.UtcDateTime.ToString("O"));
}
