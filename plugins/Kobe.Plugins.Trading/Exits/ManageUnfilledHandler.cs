using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Takes entries back that do not fill: the next entry task may try once more at the new price, as long as
/// the plan allows it.</summary>
[Handler("trading.manage_unfilled", Arguments = typeof(CancelArguments),
    About = "Takes back entries that are too old or whose price ran away.")]
[Effects(Effects.Orders)]
public sealed class ManageUnfilledHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context, run => ManageAsync(run, context.Arguments<CancelArguments>(), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        // Nothing is sent, and what was taken back is not there to be taken back again.
        Task.FromResult(ReconcileAnswer.NotDone);

    private static async Task<TaskResult> ManageAsync(
        TradingRun run, CancelArguments arguments, CancellationToken cancellation)
    {
        var open = await OwnEntries.OpenAsync(run, cancellation);
        if (open.Count == 0)
        {
            return new TaskResult.Skipped("no entry of the desk is open");
        }

        var away = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (own, order) in arguments.Away > 0 ? open : [])
        {
            if (order.LimitPrice is { } limit && await run.QuoteAsync(order.Symbol, cancellation) is { } quote
                && quote.Ask > limit * (1 + ((decimal)arguments.Away / 100)))
            {
                away.Add(own.ClientOrderId);
            }
        }

        var taken = await OwnEntries.TakeBackAsync(
            run, order => order.TimeInForce != TimeInForce.Opg
                && (run.Now - order.SubmittedAt >= arguments.Older || away.Contains(order.ClientOrderId)),
                    cancellation);
        var evidence = Evidence.None.WithCount("open", open.Count).WithCount("taken_back", taken.Count);
        return new TaskResult.Succeeded(taken.Aggregate(evidence, (shown, id) => shown.WithId("taken_back", id)));
    }
}
