using Kobe.Contracts;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>Goes through today's orders: none is in doubt, none was sent twice, each fill belongs to one, each entry
/// went
/// out in a phase that takes entries.</summary>
[Handler("trading.order_audit", About = "Today's orders: no doubt left, none twice, fills and phases in order.")]
[Effects(Effects.None)]
public sealed class OrderAuditHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => Task.FromResult(Audit(run)), cancellation);

    private static TaskResult Audit(TradingRun run)
    {
        var orders = run.OrdersOfToday();
        var fills = run.Desk.Ledger.Fills.Where(fill => run.DateOf(fill.At) == run.Today).ToList();
        if (orders.Count == 0 && fills.Count == 0)
        {
            return new TaskResult.Skipped("no order and no fill today");
        }

        var ids = run.Desk.Orders.Select(order => order.ClientOrderId).ToHashSet(StringComparer.Ordinal);
        string[] problems =
        [
            .. from order in orders where order.IsInDoubt select $"{order.ClientOrderId} of {order.Key} is in doubt",
            .. from fill in fills
               where !fill.IsExternal && !ids.Contains(fill.ClientOrderId)
               select $"the fill {fill.Id} belongs to no order",
            .. from order in orders
               where order is { Kind: IntentKind.Entry, WasSent: true }
                   && run.Session.Market.At(order.At).Entries == EntryPolicy.Closed
               select $"{order.ClientOrderId} of {order.Key} is an entry in a phase without entries",
            .. from twice in orders.Where(order => order is { Kind: IntentKind.Entry, WasSent: true })
                   .GroupBy(order => (order.Key, order.Symbol))
               where twice.Count() > 1
               select $"{twice.Key.Key} sent {twice.Count()} entries in {twice.Key.Symbol}",
        ];
        var evidence = Evidence.None.WithCount("orders", orders.Count).WithCount("fills", fills.Count)
            .WithCount("denied", orders.Count(order => order.State == RecordState.Denied))
            .WithCount("rejected", orders.Count(order => order.State == RecordState.Rejected))
            .WithCount("problems", problems.Length);
        if (problems.Length == 0)
        {
            return new TaskResult.Succeeded(evidence);
        }

        run.Context.Notify(Urgency.Critical, $"{run.Label}Today's orders: {string.Join("; ", problems)}.");
        return new TaskResult.Fatal(string.Join("; ", problems));
    }
}
