using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Sells a part of what has gained a multiple of its risk, once a position, and protects the rest.</summary>
[Handler("trading.scale_out", Arguments = typeof(ScaleOutArguments),
    About = "Takes a part of the gain, once a position.")]
[Effects(Effects.Orders)]
public sealed class ScaleOutHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ScaleOutArguments>();
        return arguments.From <= 0 || arguments.Share is <= 0 or >= 100
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "from must lie above 0, share above 0 and below 100 (percent); trading.exits closes whole positions."))
            : TradingRun.DoAsync(context, run => ScaleAsync(run, arguments, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, remains: null, cancellation);

    private static async Task<TaskResult> ScaleAsync(
        TradingRun run, ScaleOutArguments arguments, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        var results = new List<FlattenResult>();
        foreach (var position in held)
        {
            var part = decimal.Floor(position.Quantity * (decimal)arguments.Share / 100);
            if (run.Book.Find(position.Symbol) is not { IsScaled: false, Risk: > 0 } meant || part < 1
                || position.CurrentPrice - position.AverageEntryPrice < meant.Risk * (decimal)arguments.From)
            {
                continue;
            }

            var result = await run.Desk.Door.TrimAsync(
                run.Context.Key, run.Context.Task, position.Symbol, part, TimeInForce.Day, cancellation);
            results.Add(result);
            if (result.End != FlattenEnd.Failed)
            {
                run.Book.Put(meant with { IsScaled = true });
                run.Book.Save();
            }
        }

        return held.Count == 0
            ? new TaskResult.Skipped("nothing is held")
            : Closing.Result(
                run, results, [.. results.Select(one => (one.Symbol, $"a gain of {arguments.From} times the risk"))],
                Evidence.None.WithCount("looked_at", held.Count));
    }
}
