using Kobe.Contracts;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Books the session's last fills and notes what stays overnight.</summary>
[Handler("trading.session_close", About = "Notes the close and what was held at it.")]
[Effects(Effects.Idempotent)]
[Publishes("session.closed")]
public sealed class SessionCloseHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => CloseAsync(run, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        Task.FromResult(ReconcileAnswer.NotDone);

    private static async Task<TaskResult> CloseAsync(TradingRun run, CancellationToken cancellation)
    {
        var settled = await Settling.DoAsync(run, cancellation);
        var stayed = settled.Held.Where(one => run.Book.Find(one.Symbol) is { IsDayTrade: true }).ToList();
        if (stayed.Count > 0)
        {
            run.Context.Notify(Urgency.Critical,
                $"{run.Label}Day trades that stay overnight: {string.Join(", ", stayed.Select(one => one.Symbol))}.");
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("positions", settled.Held.Count).WithCount("open_orders", settled.Open.Count)
                .WithCount("day_trades_left", stayed.Count).WithCount("trades_written", settled.Trades)
                .WithId("equity", FormattableString.Invariant($"{run.Desk.Ledger.Equity:0.00}")),
            Fact.Of("session.closed", new
            {
                at = run.Now,
                equity = decimal.Round(run.Desk.Ledger.Equity, 2),
                positions = settled.Held.Select(one => new { symbol = one.Symbol, quantity = one.Quantity }).ToList(),
            }));
    }
}
