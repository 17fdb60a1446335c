using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>Sends an order so that afterwards it is known whether it is there. An unclear end is looked up, not
/// repeated.</summary>
/// <remarks>
/// After a timeout, a broken line or a server's own error the order may or may not exist. The broker is asked by client
/// order id: found, the order is adopted; absent three times over ten seconds, it was not placed. A refusal as
/// duplicate
/// means that an earlier try arrived: that order is adopted if it is the one that was meant.
/// Source: reference vectors V2 and V3; a client order id is unique per account for ever, also after a cancel.
/// </remarks>
internal sealed class OrderSender(IOrderRouting routing, IAccountReader account, TimeProvider time)
{
    private const int AbsencesMin = 3;
    private const int LooksMax = 6;

    // Three looks five seconds apart span the ten seconds after which absence counts.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Sends it once and finds out how it ended.</summary>
    public async Task<Sent> SendAsync(OrderRequest request, CancellationToken cancellation)
    {
        var reply = await routing.SubmitAsync(request, cancellation).ConfigureAwait(false);
        return reply switch
        {
            BrokerReply<Order>.Done done => new Sent.Placed(done.Value, WasAdopted: false),
            BrokerReply<Order>.Refused { Refusal: { Kind: RefusalKind.DuplicateClientOrderId } refusal } =>
                await AdoptAsync(request, refusal, cancellation).ConfigureAwait(false),
            BrokerReply<Order>.Refused refused => new Sent.Rejected(refused.Refusal),
            BrokerReply<Order>.Unclear unclear =>
                await ResolveAsync(request, unclear.Why, cancellation).ConfigureAwait(false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Finds out whether an order of an earlier try is there.</summary>
    public async Task<Sent> ResolveAsync(OrderRequest request, string why, CancellationToken cancellation)
    {
        var absences = 0;
        for (var look = 0; look < LooksMax; look++)
        {
            if (look > 0)
            {
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
            }

            var reply = await account.FindOrderAsync(request.ClientOrderId, cancellation).ConfigureAwait(false);
            switch (reply)
            {
                case BrokerReply<Order>.Done done:
                    return Adopted(request, done.Value);
                case BrokerReply<Order>.Refused { Refusal.Kind: RefusalKind.NotFound } when ++absences == AbsencesMin:
                    return new Sent.NotPlaced(why);
                case BrokerReply<Order>.Refused { Refusal: { Kind: not RefusalKind.NotFound } refusal }:
                    return new Sent.Unresolved($"{why} Asked whether it is there, the broker said: {refusal}");
            }
        }

        return new Sent.Unresolved($"{why} The broker can't say whether the order is there.");
    }

    private async Task<Sent> AdoptAsync(OrderRequest request, BrokerRefusal refusal, CancellationToken cancellation)
    {
        var sent = await ResolveAsync(request, "The id is taken.", cancellation).ConfigureAwait(false);
        return sent is Sent.NotPlaced ? new Sent.Rejected(refusal) : sent;
    }

    // An id is made from the occurrence, so the same id with another content is a mistake that must be seen.
    private static Sent Adopted(OrderRequest request, Order order)
    {
        var same = order.Symbol == request.Symbol && order.Side == request.Side
            && order.Notional == request.Notional && (request.Quantity is null || order.Quantity == request.Quantity);
        return same
            ? new Sent.Placed(order, WasAdopted: true)
            : new Sent.Rejected(new BrokerRefusal(
                RefusalKind.DuplicateClientOrderId, 422, Refusals.Malformed,
                $"client order id {order.ClientOrderId} belongs to another order: {OrderWords.Of(order.Side)} "
                + $"{order.Quantity ?? order.Notional} {order.Symbol}"));
    }
}
