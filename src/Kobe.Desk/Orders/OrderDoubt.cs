using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>Turns what the broker says of an order into its record on disk.</summary>
internal static class OrderDoubt
{
    /// <summary>Finds out about an order whose sending may or may not have arrived.</summary>
    public static async Task<OrderRecord> ResolveAsync(
        OrderRecord record, OrderSender sender, OrderLog log, CancellationToken cancellation) =>
        Put(
            record,
            await sender.ResolveAsync(record.Request, "It was in doubt.", cancellation).ConfigureAwait(false),
            log);

    /// <summary>Writes down how the sending ended.</summary>
    public static OrderRecord Put(OrderRecord record, Sent sent, OrderLog log) => log.Put(sent switch
    {
        Sent.Placed placed => record with
        {
            State = placed.Order.IsTerminal && placed.Order.Status != OrderStatus.Replaced
                ? RecordState.Ended
                : RecordState.Confirmed,
            OrderIds = [placed.Order.Id, .. placed.Order.Legs.Select(leg => leg.Id)],
            Why = placed.WasAdopted ? "Its answer was unclear: the broker was asked by its id, and has it." : "",
        },
        Sent.Rejected rejected => record with { State = RecordState.Rejected, Why = rejected.Refusal.ToString() },
        Sent.NotPlaced missing => record with { State = RecordState.NotPlaced, Why = missing.Why },
        Sent.Unresolved unresolved => record with { State = RecordState.Unresolved, Why = unresolved.Why },
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    /// <summary>Takes up the end of an order that is not open any more, and the ids of legs that came later.</summary>
    public static OrderRecord Put(OrderRecord record, Order order, OrderLog log)
    {
        var ended = order.IsTerminal && order.Legs.All(leg => leg.IsTerminal);
        var ids = record.OrderIds.Union([order.Id, .. order.Legs.Select(leg => leg.Id)]).ToArray();
        return ended || ids.Length != record.OrderIds.Length
            ? log.Put(record with { State = ended ? RecordState.Ended : RecordState.Confirmed, OrderIds = [.. ids] })
            : record;
    }
}
