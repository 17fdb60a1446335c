using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Trims positions that have grown over their weight; it adds nothing.</summary>
[Handler("trading.rebalance", Arguments = typeof(RebalanceArguments),
    About = "Trims positions over their weight, adds nothing.")]
[Effects(Effects.Orders)]
public sealed class RebalanceHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<RebalanceArguments>();
        return arguments.Weight is <= 0 or > 400 || arguments.Exposure is <= 0 or > 400
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "weight and exposure must lie above 0 and up to 400 (percent of equity)."))
            : TradingRun.DoAsync(context, run => TrimAsync(run, arguments, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, remains: null, cancellation);

    /// <summary>The shares to sell of each position, 0 for none: over its own weight, or its part of what all are too
    /// much.</summary>
    internal static IEnumerable<(Position Position, decimal Shares)> Trims(
        IReadOnlyList<Position> held, decimal equity, decimal weight, decimal exposure)
    {
        var all = held.Sum(one => Math.Abs(one.MarketValue));
        var scale = all > equity * exposure ? equity * exposure / all : 1;
        return
            from position in held
            where position is { Quantity: > 0, CurrentPrice: > 0 }
            let most = Math.Min(equity * weight, position.MarketValue * scale)
            let shares = decimal.Ceiling((position.MarketValue - most) / position.CurrentPrice)
            where shares >= 1
            select (position, Math.Min(shares, position.Quantity));
    }

    private static async Task<TaskResult> TrimAsync(
        TradingRun run, RebalanceArguments arguments, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var equity = (await run.AccountAsync(cancellation)).Equity;
        var results = new List<FlattenResult>();
        foreach (var (position, shares) in Trims(
            held, equity, (decimal)arguments.Weight / 100, (decimal)arguments.Exposure / 100))
        {
            results.Add(await run.Desk.Door.TrimAsync(
                run.Context.Key, run.Context.Task, position.Symbol, shares, TimeInForce.Day, cancellation));
        }

        return Closing.Result(
            run, results, [.. results.Select(one => (one.Symbol, "over its weight"))],
            Evidence.None.WithCount("looked_at", held.Count));
    }
}
