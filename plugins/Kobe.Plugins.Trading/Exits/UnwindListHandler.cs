using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Names what must be closed before the close, while there is still time to do it by hand.</summary>
[Handler("trading.unwind_list", About = "The day trades that are still open, in a message.")]
[Effects(Effects.None)]
[Publishes("unwind.today")]
public sealed class UnwindListHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => ListAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> ListAsync(TradingRun run, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        var due = held.Where(one => run.Book.Find(one.Symbol) is { IsDayTrade: true }).ToList();
        if (due.Count == 0)
        {
            return new TaskResult.Skipped($"no day trade is open ({held.Count} positions in all)");
        }

        run.Context.Notify(Urgency.Normal, $"{run.Label}To be closed before the close: " + string.Join(", ", due.Select(
            one => FormattableString.Invariant(
                $"{one.Quantity} {one.Symbol} ({TradingRun.Money(one.MarketValue - one.CostBasis)})"))));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("day_trades", due.Count).WithCount("held", held.Count),
            Fact.Of("unwind.today", new { at = run.Now, symbols = due.Select(one => one.Symbol).ToList() }));
    }
}
