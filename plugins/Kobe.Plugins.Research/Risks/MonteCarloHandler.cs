using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Backtests;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Risks;

/// <summary>The drawdowns that the same trades could have given, against the limit that stops the desk.</summary>
[Handler("research.monte_carlo", Arguments = typeof(MonteCarloArguments),
    About = "Draws the order of trades again and says how deep the account may fall.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class MonteCarloHandler : ITaskHandler
{
    private const string FactName = "drawdown.outlook";
    private const int TradesMin = 20;
    private const int DrawsMax = 5_000_000;
    private const int Years = 3;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Draw(
            context, DeskSession.Of(context), context.Arguments<MonteCarloArguments>(), cancellation));
    }

    private static TaskResult Draw(
        TaskContext context, DeskSession desk, MonteCarloArguments what, CancellationToken cancellation)
    {
        if (what is not { Trades: > 0, Paths: > 0, Risk: > 0 and < 1 } || (long)what.Trades * what.Paths > DrawsMax)
        {
            return new TaskResult.Fatal(
                $"trades and paths are 1 or more and at most {DrawsMax} together, risk lies between 0 and 1.");
        }

        if (what.Strategy is { } unknown && StrategyCatalogue.Find(unknown) is null)
        {
            return new TaskResult.Fatal(
                $"There is no strategy '{unknown}'. Strategies: {StrategyCatalogue.Names}.");
        }

        var (whose, multiples) = (what.Strategy ?? "desk", Multiples(context, desk, what.Strategy, cancellation));
        if (multiples.Count < TradesMin)
        {
            return new TaskResult.Skipped(
                $"'{whose}' has {multiples.Count} closed trades with a stop; {TradesMin} are needed.");
        }

        var outlook = DrawdownOutlook.Of(
            multiples, what.Trades, what.Paths, what.Risk, desk.Settings.Seed, cancellation);
        var limit = (double)desk.Settings.Limits.DrawdownShareMax;
        if (outlook.OneInTwenty > limit)
        {
            Told.Find(
                context, desk, "drawdown",
                $"One path in twenty of '{whose}' falls by {Told.Percent(outlook.OneInTwenty)}, more than the limit of "
                + $"{Told.Percent(limit)}.",
                $"{what.Trades} trades at {Told.Percent(what.Risk)} each, {what.Paths} paths. Risk less a trade, or "
                + "expect the limit to stop the desk.");
        }

        var output = ResearchFile.Write(desk, $"monte-carlo/{Slug.Of(whose)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            of = whose,
            drawnFrom = multiples.Count,
            meanMultiple = Figure.Of(multiples.Average(), 4),
            what.Trades,
            what.Paths,
            what.Risk,
            seed = desk.Settings.Seed,
            limit,
            outlook,
        });
        var evidence = Evidence.None.WithOutput(output).WithCount("trades", multiples.Count)
            .WithCount("paths", what.Paths);
        return what.Strategy is null
            ? new TaskResult.Succeeded(evidence, Fact.Of(FactName, new DrawdownFact(
                Told.Date(desk.Today), whose, multiples.Count, outlook.Median, outlook.OneInTwenty)))
            : new TaskResult.Succeeded(evidence);
    }

    private static List<double> Multiples(
        TaskContext context, DeskSession desk, string? strategy, CancellationToken cancellation)
    {
        if (strategy is null)
        {
            return [.. TradeLines.Of(desk).Select(trade => trade.Multiple).OfType<double>()];
        }

        var entry = StrategyCatalogue.Find(strategy)!;
        return History.Of(context, desk, Scope.Universe, Years) is { } history
            ? [.. history.Play(entry, entry.Values(new Dictionary<string, double>(), out _), desk, cancellation)
                .Trades.Select(trade => trade.Multiple).Where(double.IsFinite)]
            : [];
    }
}
