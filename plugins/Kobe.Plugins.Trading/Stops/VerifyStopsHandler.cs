using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Exits;

namespace Kobe.Plugins.Trading.Stops;

/// <summary>Looks whether each position has a protective stop at the broker, and places those that are
/// missing.</summary>
[Handler("trading.verify_stops", About = "Each position has a working stop; a missing one is placed.")]
[Effects(Effects.Orders)]
public sealed class VerifyStopsHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => VerifyAsync(run, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(
            context,
            async run =>
            {
                var open = await run.OpenOrdersAsync(cancellation);
                return (await run.PositionsAsync(cancellation)).Any(
                    position => StopLevel.Covered(position, open) < Math.Abs(position.Quantity));
            },
            cancellation);

    private static async Task<TaskResult> VerifyAsync(TradingRun run, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var open = await run.OpenOrdersAsync(cancellation);
        var evidence = Evidence.None.WithCount("positions", held.Count);
        var (placed, problems, beyond) = (0, new List<string>(), new List<(string Symbol, string Why)>());
        foreach (var position in held)
        {
            var bare = Math.Abs(position.Quantity) - StopLevel.Covered(position, open);
            if (bare <= 0 || position.Quantity <= 0)
            {
                continue;
            }

            var stop = StopLevel.Of(position, run.Book.Find(position.Symbol), run.Session.Raw(position.Symbol));
            if (position.CurrentPrice <= stop)
            {
                beyond.Add((position.Symbol, FormattableString.Invariant(
                    $"{position.CurrentPrice:0.##} lies below the stop {stop:0.##} that was missing")));
                continue;
            }

            var answer = await run.Desk.Door.SubmitAsync(Intent(run, position, bare, stop), cancellation);
            placed += answer is DoorAnswer.Confirmed ? 1 : 0;
            if (answer is DoorAnswer.Confirmed or DoorAnswer.Observed)
            {
                evidence = evidence.WithId("stop", FormattableString.Invariant(
                    $"{position.Symbol} {bare} at {stop:0.##} {answer.ClientOrderId}"));
            }
            else
            {
                problems.Add($"{position.Symbol}: {answer}");
            }
        }

        evidence = evidence.WithCount("placed", placed).WithCount("unprotected", problems.Count);
        if (problems.Count > 0)
        {
            var text = $"Positions without a stop: {string.Join("; ", problems)}";
            run.Context.Notify(Urgency.Critical, run.Label + text);
            return new TaskResult.Failed(text);
        }

        // Before the open nothing can be sold at the market: the first look after it does.
        return beyond.Count > 0 && run.Context.Market.IsMarketOpen
            ? await Closing.DoAsync(run, beyond, evidence, cancellation)
            : new TaskResult.Succeeded(evidence.WithCount("beyond_stop", beyond.Count));
    }

    private static OrderIntent Intent(TradingRun run, Position position, decimal quantity, decimal stop) => new()
    {
        Key = run.Context.Key,
        Leg = $"stop-{position.Symbol}",
        Task = run.Context.Task,
        Kind = IntentKind.Exit,
        Symbol = position.Symbol,
        Side = OrderSide.Sell,
        Quantity = quantity,
        Type = OrderType.Stop,
        TimeInForce = run.Book.Find(position.Symbol) is { IsDayTrade: true } ? TimeInForce.Day : TimeInForce.Gtc,
        StopPrice = stop,
    };
}
