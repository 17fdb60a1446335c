using System.Globalization;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>What each strategy and each way of entering brought.</summary>
[Handler("trading.strategy_result", Arguments = typeof(StrategyResultArguments),
    About = "Closed trades by strategy and setup: count, wins, profit, mean R.")]
[Effects(Effects.Idempotent)]
[Publishes("strategies.result")]
public sealed class StrategyResultHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var days = context.Arguments<StrategyResultArguments>().Days;
        return days is < 1 or > 3_660
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal($"days is {days}; write 1 to 3660."))
            : TradingRun.DoAsync(context, run => Task.FromResult(Count(run, days)), cancellation);
    }

    private static TaskResult Count(TradingRun run, int days)
    {
        var trades = TradeJournal.Read(run, run.Today.AddDays(1 - days), run.Today);
        if (trades.Count == 0)
        {
            return new TaskResult.Skipped($"no trade was closed in {days} days");
        }

        var date = run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fact = Fact.Of("strategies.result", new
        {
            date,
            days,
            synthetic = run.Session.Source.IsSynthetic,
            strategies = trades.GroupBy(trade => (trade.Strategy, trade.Setup)).OrderBy(group => group.Key)
                .Select(group =>
            {
                var tally = Tally.Of([.. group]);
                return new
                {
                    strategy = group.Key.Strategy, setup = group.Key.Setup, trades = tally.Trades, wins = tally.Wins,
                    profit = tally.Profit, factor = tally.Factor, meanR = tally.MeanR,
                };
            }).ToList(),
        });
        var path = Path.Combine(run.Folder, "results", $"strategies-{days}d-{date}.json");
        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(fact.Value));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("trades", trades.Count).WithOutput(Output.OfFile(path))
                .WithCount("strategies", trades.Select(trade => trade.Strategy).Distinct().Count()),
            fact);
    }
}
