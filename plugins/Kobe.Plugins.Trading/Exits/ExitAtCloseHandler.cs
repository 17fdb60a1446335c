using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Hands positions whose time is up today to the closing auction.</summary>
[Handler("trading.exit_at_close", About = "Positions whose time is up, sold in the closing auction.")]
[Effects(Effects.Orders)]
public sealed class ExitAtCloseHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => SellAsync(run, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, remains: null, cancellation);

    private static async Task<TaskResult> SellAsync(TradingRun run, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        var results = new List<FlattenResult>();
        foreach (var position in held)
        {
            if (run.Book.Find(position.Symbol) is { TimeStop: > 0, IsDayTrade: false } meant
                && run.SessionsSince(run.DateOf(meant.OpenedAt)) >= meant.TimeStop && position.Quantity > 0)
            {
                results.Add(await run.Desk.Door.TrimAsync(
                    run.Context.Key, run.Context.Task, position.Symbol, position.Quantity, TimeInForce.Cls,
                    cancellation));
            }
        }

        return results.Count == 0
            ? new TaskResult.Skipped($"the time of none of {held.Count} positions is up")
            : Closing.Result(
                run, results, [.. results.Select(one => (one.Symbol, "its time is up"))],
                Evidence.None.WithCount("looked_at", held.Count));
    }
}
