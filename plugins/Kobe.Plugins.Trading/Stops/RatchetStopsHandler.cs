using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Exits;

namespace Kobe.Plugins.Trading.Stops;

/// <summary>Moves stops closer to the price, never away from it.</summary>
[Handler("trading.ratchet_stops", Arguments = typeof(RatchetArguments),
    About = "Raises stops by a trail, to the price paid, or as decided after the close.")]
[Effects(Effects.Orders)]
public sealed class RatchetStopsHandler : IReconcilingHandler
{
    // A stop that moves by less is not worth an order.
    private const decimal StepMin = 0.001m;

    // As near to the price a stop would be hit by the next trade.
    private const decimal Distance = 0.002m;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<RatchetArguments>();
        return arguments.Ranges <= 0 || arguments.From < 0
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal("ranges must lie above 0, from at 0 or above."))
            : TradingRun.DoAsync(context, run => RatchetAsync(run, arguments, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, remains: null, cancellation);

    /// <summary>Where the rule puts the stop, dollars a share; null when it leaves it.</summary>
    internal static decimal? Level(
        RatchetArguments arguments, Position position, BookedPosition meant, double range, decimal? decided)
    {
        decimal? level = arguments.Rule switch
        {
            RatchetRule.Trail when range > 0 && meant.Highest > 0 =>
                meant.Highest - (decimal)(range * arguments.Ranges),
            RatchetRule.Breakeven when meant.Risk > 0
                && meant.Highest - position.AverageEntryPrice >= meant.Risk * (decimal)arguments.From =>
                position.AverageEntryPrice,
            RatchetRule.Decided => decided,
            _ => null,
        };
        return level is { } stop && stop > meant.Guard * (1 + StepMin) && stop < position.CurrentPrice * (1 - Distance)
            ? decimal.Round(stop, 2) : null;
    }

    private static async Task<TaskResult> RatchetAsync(
        TradingRun run, RatchetArguments arguments, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var decided = arguments.Rule == RatchetRule.Decided ? ExitIntents.Of(run.Folder, run.Today) : null;
        if (arguments.Rule == RatchetRule.Decided && decided is not { Stops.Count: > 0 })
        {
            return new TaskResult.Skipped("no stop was moved after the last close");
        }

        run.Book.TakeUp(held, run.Now);
        var evidence = Evidence.None.WithCount("positions", held.Count);
        var (moved, refused) = (0, 0);
        foreach (var position in held.Where(one => one.Quantity > 0))
        {
            var meant = run.Book.Find(position.Symbol)!;
            var level = Level(
                arguments, position, meant, StopLevel.RangeOf(run.Session.Raw(position.Symbol)),
                decided?.Stops.FirstOrDefault(one => one.Symbol == position.Symbol)?.Stop);
            if (level is not { } stop)
            {
                continue;
            }

            var answer = await run.Desk.Door.MoveStopAsync(
                run.Context.Key, run.Context.Task, position.Symbol, stop, cancellation);
            if (answer is DoorAnswer.Confirmed)
            {
                moved++;
                run.Book.Put(meant with { Guard = stop });
                evidence = evidence.WithId("stop", FormattableString.Invariant(
                    $"{position.Symbol} {meant.Guard:0.##} to {stop:0.##} {answer.ClientOrderId}"));
            }
            else
            {
                refused++;
                evidence = evidence.WithId("left", $"{position.Symbol}: {answer}");
            }
        }

        run.Book.Save();
        return new TaskResult.Succeeded(evidence.WithCount("moved", moved).WithCount("left", refused));
    }
}
