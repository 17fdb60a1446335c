using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Takes back, before the close, every entry that did not fill: none may wait overnight for a price of
/// tomorrow.</summary>
[Handler("trading.cancel_day_orders", About = "Takes back the day's entries that did not fill.")]
[Effects(Effects.Orders)]
public sealed class CancelDayOrdersHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => CancelAsync(run, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation)
    {
        var run = await TradingRun.OpenAsync(context.Attempt, cancellation);
        return (await OwnEntries.OpenAsync(run, cancellation)).Count > 0 ? ReconcileAnswer.NotDone
            : ReconcileAnswer.Done;
    }

    private static async Task<TaskResult> CancelAsync(TradingRun run, CancellationToken cancellation)
    {
        var open = await OwnEntries.OpenAsync(run, cancellation);
        if (open.Count == 0)
        {
            return new TaskResult.Skipped("no entry of the desk is open");
        }

        var taken = await OwnEntries.TakeBackAsync(run, _ => true, cancellation);
        var left = await OwnEntries.OpenAsync(run, cancellation);
        var evidence = Evidence.None.WithCount("open", open.Count).WithCount("taken_back", taken.Count)
            .WithCount("left", left.Count);
        return left.Count > 0
            ? new TaskResult.Failed(
                $"Entries still work: {string.Join(", ", left.Select(one => one.Open.Symbol))}.")
            : new TaskResult.Succeeded(taken.Aggregate(evidence, (shown, id) => shown.WithId("taken_back", id)));
    }
}
