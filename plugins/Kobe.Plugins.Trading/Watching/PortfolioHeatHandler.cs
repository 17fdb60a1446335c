using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Entries;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Measures what is held by sector and by what moves together, and proposes trims; it sends nothing.</summary>
[Handler("trading.portfolio_heat", Arguments = typeof(HeatArguments),
    About = "Sectors and what moves together against their caps, with trims to propose.")]
[Effects(Effects.None)]
[Publishes("heat.today")]
public sealed class PortfolioHeatHandler : ITaskHandler
{
    private const int Days = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context, run => MeasureAsync(run, context.Arguments<HeatArguments>(), cancellation), cancellation);

    private static async Task<TaskResult> MeasureAsync(
        TradingRun run, HeatArguments arguments, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var equity = (await run.AccountAsync(cancellation)).Equity;
        var sectors = held.GroupBy(one => run.Session.Source.SectorOf(one.Symbol), StringComparer.Ordinal)
            .Select(group => (Name: group.Key.Length == 0 ? "unknown" : group.Key, Value: Sum(group)))
            .OrderByDescending(one => one.Value).ToList();
        var groups = held.Select(one => (one.Symbol, Value: Sum(held.Where(
            other => other.Symbol == one.Symbol || Moves(run, one.Symbol, other.Symbol) >= arguments.From))))
            .OrderByDescending(one => one.Value).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        var trims =
            sectors.Where(one => one.Value > equity * (decimal)arguments.Sector / 100)
                .Select(one => (What: "sector " + one.Name,
                    Over: one.Value - (equity * (decimal)arguments.Sector / 100)))
            .Concat(groups.Where(one => one.Value > equity * (decimal)arguments.Together / 100).Take(1)
                .Select(one => (
                    What: "what moves with " + one.Symbol,
                    Over: one.Value - (equity * (decimal)arguments.Together / 100)))).ToList();
        foreach (var (what, over) in trims)
        {
            run.Context.Discover(new("heat", $"{run.Label}{what} is {TradingRun.Money(over)} over its cap"));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("positions", held.Count).WithCount("sectors", sectors.Count)
                .WithCount("over_cap", trims.Count)
                .WithCount("together_dollars", (long)groups[0].Value).WithId("hottest", groups[0].Symbol),
            Fact.Of("heat.today", new
            {
                at = run.Now,
                sectors = sectors.Select(one => new { sector = one.Name, dollars = decimal.Round(one.Value, 2) })
                    .ToList(),
                together = groups.Select(one => new { symbol = one.Symbol, dollars = decimal.Round(one.Value, 2) })
                    .ToList(),
                trims = trims.Select(one => new { what = one.What, dollars = decimal.Round(one.Over, 2) }).ToList(),
            }));
    }

    private static decimal Sum(IEnumerable<Position> positions) => positions.Sum(one => Math.Abs(one.MarketValue));

    // What can't be told counts as together, as at the door.
    private static double Moves(TradingRun run, string a, string b) =>
        Together.Of(run.Session.Raw(a).All, run.Session.Raw(b).All, Days) ?? 1;
}
