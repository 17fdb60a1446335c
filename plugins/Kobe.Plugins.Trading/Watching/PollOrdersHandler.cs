using Kobe.Contracts;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Exits;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Books the fills of working orders and names those that don't fill.</summary>
[Handler("trading.poll_orders", Arguments = typeof(PollArguments),
    About = "Books fills of working orders and flags stale ones.")]
[Effects(Effects.Idempotent)]
[Publishes("orders.pending")]
public sealed class PollOrdersHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context, run => PollAsync(run, context.Arguments<PollArguments>().Stale, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        Task.FromResult(ReconcileAnswer.NotDone);

    private static async Task<TaskResult> PollAsync(TradingRun run, TimeSpan stale, CancellationToken cancellation)
    {
        // By our own log, so that a quiet hour costs no call of the broker.
        var working = run.Desk.Orders.Count(order => order.IsInDoubt || order.State == RecordState.Confirmed);
        if (working == 0)
        {
            return new TaskResult.Skipped("no order of the desk works");
        }

        var before = run.Desk.Ledger.Fills.Count;
        var settled = await Settling.DoAsync(run, cancellation);
        var late = (await OwnEntries.OpenAsync(run, cancellation))
            .Where(one => run.Now - one.Open.SubmittedAt >= stale).Select(one => one.Own.ClientOrderId).ToList();
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("working", working).WithCount("fills", run.Desk.Ledger.Fills.Count - before)
                .WithCount("trades_written", settled.Trades).WithCount("stale", late.Count),
            Fact.Of("orders.pending", new { at = run.Now, count = settled.Open.Count, stale = late }));
    }
}
