using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Closes positions by the exit protocol and takes entries back that could open new ones.</summary>
[Handler("trading.flatten", Arguments = typeof(FlattenArguments),
    About = "Closes positions by the exit protocol, and shows whether they are flat.")]
[Effects(Effects.Orders)]
public sealed class FlattenHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context, run => FlattenAsync(run, context.Arguments<FlattenArguments>(), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, run => Closing.RemainsAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> FlattenAsync(
        TradingRun run, FlattenArguments arguments, CancellationToken cancellation)
    {
        // An entry that fills while its neighbours are being sold would stay behind.
        var taken = arguments.Scope == FlattenScope.All
            ? await OwnEntries.TakeBackAsync(run, _ => true, cancellation)
            : await OwnEntries.TakeBackAsync(
                run, order => run.Book.Find(order.Symbol) is { IsDayTrade: true }, cancellation);
        var held = await run.PositionsAsync(cancellation);
        var why = arguments.Reason ?? $"scope {arguments.Scope.ToString().ToLowerInvariant()}";
        var due = held.Where(position => Fits(run, arguments, position)).Select(one => (one.Symbol, why)).ToList();
        return due.Count == 0 && taken.Count == 0
            ? new TaskResult.Skipped($"nothing of that kind is held ({held.Count} positions in all)")
            : await Closing.DoAsync(
                run, due, Evidence.None.WithCount("entries_taken_back", taken.Count).WithCount("held", held.Count),
                cancellation);
    }

    private static bool Fits(TradingRun run, FlattenArguments arguments, Position position)
    {
        var meant = run.Book.Find(position.Symbol);
        return (arguments.Strategy is null || meant?.Strategy == arguments.Strategy) && arguments.Scope switch
        {
            FlattenScope.Daytrades => meant is { IsDayTrade: true },
            FlattenScope.Losers => position.MarketValue < position.CostBasis,
            FlattenScope.External => meant is null or { Strategy: Books.BookedPosition.External },
            _ => true,
        };
    }
}
