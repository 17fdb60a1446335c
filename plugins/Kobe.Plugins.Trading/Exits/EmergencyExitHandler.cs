using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Closes what has lost more than any stop should allow, and tells a person.</summary>
[Handler("trading.emergency_exit", Arguments = typeof(EmergencyArguments),
    About = "Closes positions whose loss is beyond what any stop should allow.")]
[Effects(Effects.Orders)]
public sealed class EmergencyExitHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<EmergencyArguments>();
        return arguments.Risks <= 0 || arguments.Share <= 0 || arguments.Fall <= 0
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal("risks, share and fall must all lie above 0."))
            : TradingRun.DoAsync(context, run => CloseAsync(run, arguments, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, run => Closing.RemainsAsync(run, cancellation), cancellation);

    /// <summary>Why a position is an emergency; null when it is none.</summary>
    internal static string? Why(
        EmergencyArguments arguments, Position position, BookedPosition? meant, decimal equity)
    {
        var loss = position.CostBasis - position.MarketValue;
        var fall = position.AverageEntryPrice > 0
            ? (position.AverageEntryPrice - position.CurrentPrice) / position.AverageEntryPrice : 0;
        var risk = (meant?.Risk ?? 0) * Math.Abs(position.Quantity);
        return loss <= 0 ? null
            : risk > 0 && loss > risk * (decimal)arguments.Risks
                ? FormattableString.Invariant($"it lost {loss:0.##}, {loss / risk:0.#} times what was risked")
            : loss > equity * (decimal)arguments.Share / 100
                ? FormattableString.Invariant($"it lost {loss:0.##}, more than {arguments.Share} % of equity")
            : position.Quantity > 0 && fall * 100 > (decimal)arguments.Fall
                ? FormattableString.Invariant($"it fell {fall * 100:0.#} % from the price paid")
            : null;
    }

    private static async Task<TaskResult> CloseAsync(
        TradingRun run, EmergencyArguments arguments, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var equity = (await run.AccountAsync(cancellation)).Equity;
        var due =
            (from position in held
             let why = Why(arguments, position, run.Book.Find(position.Symbol), equity)
             where why is not null
             select (position.Symbol, why)).ToList();
        foreach (var (symbol, why) in due)
        {
            run.Context.Notify(Urgency.Critical, $"{run.Label}Emergency exit of {symbol}: {why}.");
        }

        return await Closing.DoAsync(run, due, Evidence.None.WithCount("looked_at", held.Count), cancellation);
    }
}
