using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Desks;

/// <summary>Finds out what an attempt in doubt did, from the order log and the broker; never from memory.</summary>
internal static class OrderTrace
{
    /// <summary>Looks for the orders of the attempt's key.</summary>
    /// <param name="context">The attempt in doubt.</param>
    /// <param name="remains">Whether something is left that the same key may do now; a repeated order of a key finds
    /// itself and is not sent again.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<ReconcileAnswer> AskAsync(
        ReconcileContext context, Func<TradingRun, Task<bool>>? remains, CancellationToken cancellation)
    {
        var run = await TradingRun.OpenAsync(context.Attempt, cancellation);
        if ((await run.Desk.ReconcileAsync(cancellation)).Problem is not null)
        {
            return ReconcileAnswer.Unknown;
        }

        var orders = run.Desk.Orders.Where(order => order.Key == context.Attempt.Key).ToList();
        return orders.Exists(order => order.IsInDoubt) ? ReconcileAnswer.Unknown
            : !orders.Exists(order => order.WasSent) ? ReconcileAnswer.NotDone
            : remains is not null && await remains(run) ? ReconcileAnswer.NotDone
            : ReconcileAnswer.Done;
    }
}
