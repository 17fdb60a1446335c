using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Broker's clock and the rules agree that the market is open; as long as they don't, the door takes no
/// entry.</summary>
[Handler("trading.session_open", About = "The market is open by rule and by the broker's clock.")]
[Effects(Effects.None)]
[Publishes("session.opened")]
public sealed class SessionOpenHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => OpenAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> OpenAsync(TradingRun run, CancellationToken cancellation)
    {
        if (await CheckAccessHandler.ClockProblemAsync(run, cancellation) is { } problem)
        {
            run.Context.Notify(Urgency.Critical, $"{run.Label}No entries: {problem}.");
            return new TaskResult.Failed($"No entries: {problem}.");
        }

        var account = await run.AccountAsync(cancellation);
        var held = await run.PositionsAsync(cancellation);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("positions", held.Count).WithCount("equity_dollars", (long)account.Equity)
                .WithId("state", run.Desk.Door.Standing().State.ToString()),
            Fact.Of("session.opened", new { at = run.Now, equity = account.Equity, positions = held.Count }));
    }
}
