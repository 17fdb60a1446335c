using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Stops;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>What a bad night could cost: stops don't work while the exchange is closed, so a gap of two true ranges
/// counts where it is more than the way to the stop.</summary>
[Handler("trading.overnight_risk", About = "What a bad night could cost, position by position.")]
[Effects(Effects.None)]
[Publishes("risk.overnight")]
public sealed class OvernightRiskHandler : ITaskHandler
{
    private const decimal Ranges = 2;
    private const decimal WarnShare = 0.03m;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => MeasureAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> MeasureAsync(TradingRun run, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var equity = (await run.AccountAsync(cancellation)).Equity;
        var losses = held.Select(one =>
        {
            var gap = (decimal)StopLevel.RangeOf(run.Session.Raw(one.Symbol)) * Ranges;
            var stop = run.Book.Find(one.Symbol) is { Guard: > 0 } meant ? one.CurrentPrice - meant.Guard : 0;
            return (one.Symbol, Loss: decimal.Round(Math.Abs(one.Quantity) * Math.Max(gap, stop), 2));
        }).OrderByDescending(one => one.Loss).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        var all = losses.Sum(one => one.Loss);
        if (all > equity * WarnShare)
        {
            var share = all / equity * 100;
            run.Context.Notify(Urgency.Normal, run.Label + FormattableString.Invariant(
                $"A bad night could cost {all:0} dollars, {share:0.#} % of equity; most of it {losses[0].Symbol}."));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("positions", held.Count).WithCount("loss_dollars", (long)all)
                .WithId("largest", losses[0].Symbol),
            Fact.Of("risk.overnight", new
            {
                at = run.Now,
                loss = all,
                positions = losses.Select(one => new { symbol = one.Symbol, loss = one.Loss }).ToList(),
            }));
    }
}
