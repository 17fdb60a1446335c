using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>Brings the desk's orders up to date with the broker: doubts first, then what may have ended.</summary>
internal static class OrderUpkeep
{
    public static async Task RefreshAsync(
        IBroker broker, OrderLog log, TimeProvider time, CancellationToken cancellation)
    {
        var sender = new OrderSender(broker, broker, time);
        foreach (var record in log.Records.All.Where(one => one.IsInDoubt).ToArray())
        {
            await OrderDoubt.ResolveAsync(record, sender, log, cancellation).ConfigureAwait(false);
        }

        foreach (var record in log.Records.All.Where(one => one.IsWorking).ToArray())
        {
            var reply = await broker.OrderAsync(record.OrderIds[0], cancellation).ConfigureAwait(false);
            if (reply.ValueOrDefault is { } order)
            {
                OrderDoubt.Put(record, order, log);
            }
        }
    }
}
