using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>Sells a part of a position, or all of it in the closing auction, though a resting stop holds its
/// shares.</summary>
/// <remarks>
/// In order: the intent on disk · the orders of the symbol taken back · waited until the shares are free · the selling
/// order · the stop put back for what is left. If the selling order is refused the stop is put back for all.
/// </remarks>
internal sealed class Trimming(Flattening flattening, OrderLog log, OrderSender sender, TimeProvider time)
{
    public async Task<FlattenResult> SellAsync(
        string key, string task, Position position, decimal quantity, TimeInForce tif, CancellationToken cancellation)
    {
        var symbol = position.Symbol;
        var id = ClientOrderId.Of(key, $"trim-{symbol}");
        if (log.Records.Find(id) is { } earlier && earlier.State is not (RecordState.NotPlaced or RecordState.Denied))
        {
            earlier = earlier.IsInDoubt
                ? await OrderDoubt.ResolveAsync(earlier, sender, log, cancellation).ConfigureAwait(false) : earlier;
            return earlier.State is RecordState.Confirmed or RecordState.Ended
                ? new(symbol, FlattenEnd.Closing, "It was ordered before.")
                : new(symbol, FlattenEnd.Failed, $"An earlier order ended as {earlier.State}: {earlier.Why}");
        }

        var request = new OrderRequest
        {
            ClientOrderId = id,
            Symbol = symbol,
            Side = position.Quantity > 0 ? OrderSide.Sell : OrderSide.Buy,
            Type = OrderType.Market,
            TimeInForce = tif,
            Quantity = quantity,
        };
        var record = log.Put(
            new OrderRecord(request, key, task, IntentKind.Exit, time.GetUtcNow(), RecordState.Intended));
        var stops = await flattening.TakeBackAsync(symbol, cancellation).ConfigureAwait(false);
        var free = await flattening.WaitForSharesAsync(symbol, cancellation).ConfigureAwait(false);
        var why = free is null ? "the shares did not become free"
            : Math.Abs(free.Quantity) < quantity ? "fewer shares are left than were to be sold" : null;
        if (why is null)
        {
            var sent = await sender.SendAsync(request, cancellation).ConfigureAwait(false);
            OrderDoubt.Put(record, sent, log);
            why = sent switch
            {
                Sent.Placed => null,
                Sent.Rejected rejected => rejected.Refusal.ToString(),
                Sent.Unresolved unresolved => unresolved.Why,
                _ => "the order did not arrive",
            };
        }
        else
        {
            log.Put(record with { State = RecordState.NotPlaced, Why = why });
        }

        var left = Math.Abs(free?.Quantity ?? position.Quantity) - (why is null ? quantity : 0);
        var lost = await flattening.RestoreAsync(key, task, symbol, stops, left, cancellation).ConfigureAwait(false);
        var bare = lost.Count == 0 ? "" : " ITS STOP IS NOT BACK: the position is unprotected.";
        return why is null
            ? new(
                symbol, lost.Count == 0 ? FlattenEnd.Closing : FlattenEnd.Failed,
                $"{quantity} {symbol} are being sold.{bare}")
            : new(symbol, FlattenEnd.Failed, $"{quantity} {symbol} could not be sold: {why}.{bare}");
    }
}
