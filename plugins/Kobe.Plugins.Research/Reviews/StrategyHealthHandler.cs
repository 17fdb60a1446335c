using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Backtests;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>Which strategies do what they were expected to do.</summary>
[Handler("research.strategy_health",
    About = "Compares each strategy's closed trades with its backtest: keep, watch or retire.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class StrategyHealthHandler : ITaskHandler
{
    private const string FactName = "strategies.health";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        var trades = TradeLines.Of(desk).Where(trade => trade.Multiple is not null).ToList();
        if (trades.Count == 0)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped("No trade with a stop was ever closed."));
        }

        var expected = ResearchFile.ReadAll<BacktestFile>(desk, BacktestHandler.Folder)
            .OrderBy(file => file.Date, StringComparer.Ordinal).SelectMany(file => file.Results)
            .GroupBy(one => one.Strategy).ToDictionary(group => group.Key, group => group.Last().MeanMultiple);
        var standings = trades.GroupBy(trade => trade.Strategy).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => StrategyStanding.Of(
                group.Key, [.. group.Select(trade => trade.Multiple!.Value)], expected.GetValueOrDefault(group.Key)))
            .ToList();
        var output = ResearchFile.Write(desk, "strategy-health.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            standings,
        });
        foreach (var one in standings.Where(one => one.Advice == "retire"))
        {
            Told.Find(
                context, desk, "strategy", $"{one.Strategy} loses and does worse than its backtest: retire it.",
                $"{one.Trades} trades, {one.Mean} R on the mean, {one.Expected} R expected, p = {one.P}.");
        }

        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("strategies", standings.Count)
                .WithCount("trades", trades.Count)
                .WithCount("retire", standings.Count(one => one.Advice == "retire")),
            Fact.Of(FactName, new { date = Told.Date(desk.Today), standings })));
    }
}
