using Kobe.Contracts;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Shows, after the day trades were closed, that none is left; if one is, a person hears of it while the
/// market
/// is still open.</summary>
[Handler("trading.assert_flat", About = "Shows that no day trade is left before the close.")]
[Effects(Effects.Idempotent)]
public sealed class AssertFlatHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => LookAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> LookAsync(TradingRun run, CancellationToken cancellation)
    {
        var settled = await Settling.DoAsync(run, cancellation);
        if (settled is { Held.Count: 0, Trades: 0 })
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var left = settled.Held.Where(one => run.Book.Find(one.Symbol) is { IsDayTrade: true }).ToList();
        if (left.Count == 0)
        {
            return new TaskResult.Succeeded(
                Evidence.None.WithCount("day_trades_left", 0).WithCount("positions", settled.Held.Count)
                    .WithCount("trades_written", settled.Trades));
        }

        var names = string.Join(", ", left.Select(one => $"{one.Quantity} {one.Symbol}"));
        var text = $"Day trades are still open: {names}.";
        run.Context.Notify(Urgency.Critical, run.Label + text + " Close them by hand: kobe flatten.");
        return new TaskResult.Failed(text);
    }
}
