using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>The desk's own entries that still work at the broker.</summary>
internal static class OwnEntries
{
    /// <summary>Those that are open, with what the broker says of them; orders of others are left alone.</summary>
    public static async Task<IReadOnlyList<(DeskOrder Own, Order Open)>> OpenAsync(
        TradingRun run, CancellationToken cancellation)
    {
        var open = (await run.OpenOrdersAsync(cancellation)).ToDictionary(
            order => order.ClientOrderId, StringComparer.Ordinal);
        return
        [
            .. from own in run.Desk.Orders
               where own.Kind == IntentKind.Entry && open.ContainsKey(own.ClientOrderId)
               let order = open[own.ClientOrderId]
               where !order.IsTerminal && order.Status != OrderStatus.PendingCancel
               select (own, order),
        ];
    }

    /// <summary>Takes entries back.</summary>
    /// <param name="run">The attempt.</param>
    /// <param name="which">Which of them.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Their client order ids; one that had just been filled is not among them.</returns>
    public static async Task<IReadOnlyList<string>> TakeBackAsync(
        TradingRun run, Func<Order, bool> which, CancellationToken cancellation)
    {
        var taken = new List<string>();
        foreach (var (own, open) in await OpenAsync(run, cancellation))
        {
            if (which(open) && await run.Desk.Door.CancelAsync(own.ClientOrderId, cancellation) is null)
            {
                taken.Add(own.ClientOrderId);
            }
        }

        return taken;
    }
}
