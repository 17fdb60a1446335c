using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>Moves a resting protective stop closer to the price; never away from it.</summary>
/// <remarks>
/// The broker puts a new order in the old one's place, so the position is protected all the time. The new order has a
/// client order id of the occurrence: a repeated attempt finds it and changes nothing.
/// </remarks>
internal sealed class StopMove(
    IOrderRouting routing, IAccountReader account, OrderLog log, OrderSender sender, TimeProvider time)
{
    public async Task<DoorAnswer> MoveAsync(
        string key, string task, string symbol, decimal stop, CancellationToken cancellation)
    {
        var id = ClientOrderId.Of(key, $"stop-{symbol}");
        var known = log.Records.Find(id);
        if (known is { IsInDoubt: true })
        {
            known = await OrderDoubt.ResolveAsync(known, sender, log, cancellation).ConfigureAwait(false);
        }

        switch (known?.State)
        {
            case RecordState.Confirmed or RecordState.Ended:
                return new DoorAnswer.Confirmed(id, known.OrderIds[0]);
            case RecordState.Unresolved:
                return new DoorAnswer.Unresolved(id, known.Why);
        }

        var open = (await account.OpenOrdersAsync(cancellation).ConfigureAwait(false)).ValueOrDefault ?? [];
        if (open.FirstOrDefault(order => order.Symbol == symbol && order.Type == OrderType.Stop) is not { } resting)
        {
            return new DoorAnswer.Denied(id, "no_stop", $"{symbol} has no resting stop that could be moved");
        }

        var price = PriceRounding.Stop(resting.Side, stop)!.Value;
        var closer = resting.Side == OrderSide.Sell ? price > resting.StopPrice : price < resting.StopPrice;
        return closer
            ? await ReplaceAsync(id, key, task, resting, price, cancellation).ConfigureAwait(false)
            : new DoorAnswer.Denied(
                id, "stop_only_closer", $"the stop of {symbol} lies at {resting.StopPrice}; {price} is not closer");
    }

    private async Task<DoorAnswer> ReplaceAsync(
        string id, string key, string task, Order resting, decimal price, CancellationToken cancellation)
    {
        var request = new OrderRequest
        {
            ClientOrderId = id,
            Symbol = resting.Symbol,
            Side = resting.Side,
            Type = OrderType.Stop,
            TimeInForce = resting.TimeInForce,
            Quantity = resting.Remaining,
            StopPrice = price,
        };
        var record = log.Put(
            new OrderRecord(request, key, task, IntentKind.Exit, time.GetUtcNow(), RecordState.Intended));
        var reply = await routing.ReplaceAsync(
            resting.Id, new OrderChange { StopPrice = price, ClientOrderId = id }, cancellation).ConfigureAwait(false);
        Sent sent = reply switch
        {
            BrokerReply<Order>.Done done => new Sent.Placed(done.Value, WasAdopted: false),
            BrokerReply<Order>.Refused refused => new Sent.Rejected(refused.Refusal),
            _ => await sender.ResolveAsync(request, "The answer to a replacement did not come.", cancellation)
                .ConfigureAwait(false),
        };
        OrderDoubt.Put(record, sent, log);
        return sent.Answer(id);
    }
}
