using Kobe.Core.Markets;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>Closes positions whose shares resting orders hold.</summary>
/// <remarks>
/// A resting stop reserves the shares, so a closing order is refused while it is there. In order: the intent on disk
/// · each order of the symbol taken back · waited, at most ten seconds, until they have ended and the shares are free
/// · the closing order; then the next position, so that one at a time is without its stop. When all are sold it is
/// looked, ten seconds at most for all together, whether they are flat: what trades slowly must not hold up the sale
/// of what is behind it. If a closing order is refused the stops are put back. Outside the core session a market
/// order would only wait for the open: there it is a limit order for extended hours.
/// </remarks>
internal sealed class Flattening(
    IBroker broker, OrderLog log, OrderSender sender, MarketClock market, TimeProvider time)
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // How far beyond the quote a closing limit order goes outside the core session: far enough to trade, near enough
    // not to be refused as a mistake.
    private const decimal Reach = 0.01m;

    /// <summary>Closes them in their order.</summary>
    /// <param name="key">The occurrence's key.</param>
    /// <param name="task">The schedule's row.</param>
    /// <param name="positions">The positions.</param>
    /// <param name="obstacle">What forbids a sale now; null when nothing does. Asked anew for each: a halt in the
    /// middle counts from the next one on.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<FlattenResult>> CloseAsync(
        string key, string task, IEnumerable<Position> positions, Func<string?> obstacle,
        CancellationToken cancellation)
    {
        var results = new List<FlattenResult>();
        foreach (var position in positions)
        {
            results.Add(obstacle() is { } forbidden
                ? new(position.Symbol, FlattenEnd.NotNow, forbidden)
                : await SellAsync(key, task, position, cancellation).ConfigureAwait(false));
        }

        await VerifyAsync(results, cancellation).ConfigureAwait(false);
        return results;
    }

    // Closing: the order is at the broker, now or since an earlier try, and it is still to be seen what became of it.
    private async Task<FlattenResult> SellAsync(
        string key, string task, Position position, CancellationToken cancellation)
    {
        var symbol = position.Symbol;
        if (await ClosingAsync(position, cancellation).ConfigureAwait(false) is not { } draft)
        {
            return new(symbol, FlattenEnd.NotNow, "The exchange trades neither in the core session nor around it now.");
        }

        var (record, earlier) = await IntendAsync(key, task, draft, cancellation).ConfigureAwait(false);
        if (earlier is not null)
        {
            return earlier;
        }

        var stops = await TakeBackAsync(symbol, cancellation).ConfigureAwait(false);
        var free = await WaitForSharesAsync(symbol, cancellation).ConfigureAwait(false);
        if (free is { Quantity: 0 })
        {
            log.Put(record with { State = RecordState.NotPlaced, Why = "It was flat already." });
            return new(symbol, FlattenEnd.Flat, "An order that was being taken back had closed it first.");
        }

        if (free is null)
        {
            log.Put(record with { State = RecordState.NotPlaced, Why = "The shares were not free." });
            return await FailedAsync(key, task, symbol, stops, "the shares did not become free", cancellation)
                .ConfigureAwait(false);
        }

        record = record with { Request = record.Request with { Quantity = Math.Abs(free.Quantity) } };
        log.Put(record);
        var sent = await sender.SendAsync(record.Request, cancellation).ConfigureAwait(false);
        OrderDoubt.Put(record, sent, log);
        return sent switch
        {
            Sent.Placed => Placed(symbol),
            Sent.Unresolved unresolved =>
                new(symbol, FlattenEnd.Failed, $"The closing order is in doubt: {unresolved.Why}"),
            Sent.Rejected rejected => await FailedAsync(
                key, task, symbol, stops, rejected.Refusal.ToString(), cancellation).ConfigureAwait(false),
            _ => await FailedAsync(
                key, task, symbol, stops, "the closing order did not arrive", cancellation).ConfigureAwait(false),
        };
    }

    private async Task<OrderRequest?> ClosingAsync(Position position, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var session = market.Calendar.On(market.At(now).Date).Session;
        var side = position.Quantity > 0 ? OrderSide.Sell : OrderSide.Buy;
        var request = new OrderRequest
        {
            ClientOrderId = "",
            Symbol = position.Symbol,
            Side = side,
            Type = OrderType.Market,
            Quantity = Math.Abs(position.Quantity),
        };
        if (session is null || now < session.Pre || now >= session.Post)
        {
            return null;
        }

        if (now >= session.Open && now < session.Close)
        {
            return request;
        }

        var quote = await broker.QuoteAsync(position.Symbol, cancellation).ConfigureAwait(false);
        var price = quote is BrokerReply<Quote>.Done { Value: var shown }
            ? side == OrderSide.Sell ? shown.Bid : shown.Ask
            : 0;
        price = price > 0 ? price : position.CurrentPrice;
        var limit = price * (side == OrderSide.Sell ? 1 - Reach : 1 + Reach);
        return request with
        {
            Type = OrderType.Limit,
            LimitPrice = decimal.Round(limit, limit >= 1 ? 2 : 4),
            ExtendedHours = true,
        };
    }

    // The same key finds its own order again; one that has ended without closing all gets a successor with a number.
    private async Task<(OrderRecord Record, FlattenResult? Earlier)> IntendAsync(
        string key, string task, OrderRequest draft, CancellationToken cancellation)
    {
        for (var number = 1; ; number++)
        {
            var id = ClientOrderId.Of(key, $"flatten-{draft.Symbol}-{number}");
            var record = log.Records.Find(id);
            if (record is { IsInDoubt: true })
            {
                record = await OrderDoubt.ResolveAsync(record, sender, log, cancellation).ConfigureAwait(false);
            }

            if (record?.State == RecordState.Confirmed)
            {
                var reply = await broker.OrderAsync(record.OrderIds[0], cancellation).ConfigureAwait(false);
                record = reply.ValueOrDefault is { } order ? OrderDoubt.Put(record, order, log) : record;
            }

            switch (record?.State)
            {
                case RecordState.Unresolved:
                    return (record, new(draft.Symbol, FlattenEnd.Failed, "An earlier closing order is in doubt."));
                case RecordState.Confirmed:
                    return (record, Placed(draft.Symbol));
                case null or RecordState.NotPlaced or RecordState.Denied or RecordState.Observed:
                    return (log.Put(new OrderRecord(
                        draft with { ClientOrderId = id }, key, task, IntentKind.Exit, time.GetUtcNow(),
                        RecordState.Intended)), null);
            }
        }
    }

    internal async Task<List<Order>> TakeBackAsync(string symbol, CancellationToken cancellation)
    {
        var open = await broker.OpenOrdersAsync(cancellation).ConfigureAwait(false);
        var ours = (open.ValueOrDefault ?? []).Where(order => order.Symbol == symbol).ToList();
        foreach (var order in ours)
        {
            // That it has ended already is what is wanted; anything else shows while waiting for the shares.
            _ = await broker.CancelAsync(order.Id, cancellation).ConfigureAwait(false);
        }

        return ours.FindAll(order => order.Type is OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop);
    }

    // The position once nothing holds its shares, with the quantity 0 when it is gone; null when time is up.
    internal async Task<Position?> WaitForSharesAsync(string symbol, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + WaitMax;
        while (true)
        {
            var open = await broker.OpenOrdersAsync(cancellation).ConfigureAwait(false);
            var held = await broker.PositionsAsync(cancellation).ConfigureAwait(false);
            if (open.ValueOrDefault is { } orders && held.ValueOrDefault is { } positions
                && !orders.Any(order => order.Symbol == symbol))
            {
                var position = positions.FirstOrDefault(one => one.Symbol == symbol)
                    ?? new Position(symbol, 0, 0, 0, 0);
                if (position.Available == position.Quantity)
                {
                    return position;
                }
            }

            if (time.GetUtcNow() >= until)
            {
                return null;
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private static FlattenResult Placed(string symbol) =>
        new(symbol, FlattenEnd.Closing, "The closing order is at the broker and not done yet.");

    // Says of those whose orders are at the broker that they are flat as soon as they are.
    private async Task VerifyAsync(List<FlattenResult> results, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + WaitMax;
        var waits = results.Exists(IsClosing);
        while (waits)
        {
            var held = await broker.PositionsAsync(cancellation).ConfigureAwait(false);
            if (held.ValueOrDefault is { } positions)
            {
                for (var i = 0; i < results.Count; i++)
                {
                    var symbol = results[i].Symbol;
                    results[i] = IsClosing(results[i]) && !positions.Any(one => one.Symbol == symbol)
                        ? new(symbol, FlattenEnd.Flat, "It is closed.")
                        : results[i];
                }
            }

            waits = results.Exists(IsClosing) && time.GetUtcNow() < until;
            if (waits)
            {
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static bool IsClosing(FlattenResult result) => result.End == FlattenEnd.Closing;

    private async Task<FlattenResult> FailedAsync(
        string key, string task, string symbol, List<Order> stops, string why, CancellationToken cancellation)
    {
        var lost = await RestoreAsync(key, task, symbol, stops, left: null, cancellation).ConfigureAwait(false);
        var after = stops.Count == 0 ? "It had no stop."
            : lost.Count == 0 ? "Its stop is back."
            : $"ITS STOP IS NOT BACK ({string.Join(", ", lost)}): the position is unprotected.";
        return new(symbol, FlattenEnd.Failed, $"{symbol} could not be closed: {why}. {after}");
    }

    /// <summary>Puts stops back that were taken back, for so many shares together when some were sold.</summary>
    /// <returns>The ids of those that are not back.</returns>
    internal async Task<List<string>> RestoreAsync(
        string key, string task, string symbol, List<Order> stops, decimal? left, CancellationToken cancellation)
    {
        var lost = new List<string>();
        foreach (var stop in stops)
        {
            var quantity = Math.Min(stop.Remaining > 0 ? stop.Remaining : stop.Quantity ?? 0, left ?? decimal.MaxValue);
            left -= quantity;
            if (quantity <= 0)
            {
                continue;
            }

            var request = new OrderRequest
            {
                ClientOrderId = ClientOrderId.Of(key, $"restore-{stop.Id}"),
                Symbol = symbol,
                Side = stop.Side,
                Type = stop.Type,
                TimeInForce = stop.TimeInForce,
                Quantity = quantity,
                LimitPrice = stop.LimitPrice,
                StopPrice = stop.Type == OrderType.TrailingStop ? null : stop.StopPrice,
                TrailPrice = stop.TrailPrice,
                TrailPercent = stop.TrailPercent,
            };
            var record = log.Put(new OrderRecord(
                request, key, task, IntentKind.Exit, time.GetUtcNow(), RecordState.Intended));
            var sent = await sender.SendAsync(request, cancellation).ConfigureAwait(false);
            OrderDoubt.Put(record, sent, log);
            if (sent is not Sent.Placed)
            {
                lost.Add(stop.Id);
            }
        }

        return lost;
    }
}
