using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>Strategies on history, against what they did the last time.</summary>
[Handler("research.backtest", Arguments = typeof(BacktestArguments),
    About = "Plays strategies on the stored daily bars and compares their figures with the last ones.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class BacktestHandler : ITaskHandler
{
    /// <summary>Where the figures of all strategies on the universe lie.</summary>
    internal const string Folder = "backtests";

    private const string FactName = "backtests.latest";
    private const int UsualYears = 3;

    // A change of the Sharpe ratio by this is worth a look: it is about what luck makes of three years.
    private const double Change = 0.5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Play(
            context, DeskSession.Of(context), context.Arguments<BacktestArguments>(), cancellation));
    }

    private static TaskResult Play(
        TaskContext context, DeskSession desk, BacktestArguments what, CancellationToken cancellation)
    {
        var entries = what.Strategy is { } name
            ? StrategyCatalogue.All.Where(entry => entry.Name == name).ToList() : [.. StrategyCatalogue.All];
        if (entries.Count == 0 || what.Years < 1)
        {
            return new TaskResult.Fatal(
                $"There is no strategy '{what.Strategy}', or years is below 1. Strategies: {StrategyCatalogue.Names}.");
        }

        if (History.Of(context, desk, what.Scope, what.Years) is not { } history)
        {
            return new TaskResult.Skipped($"No symbol of '{what.Scope}' has enough daily bars for a backtest.");
        }

        var results = new List<BacktestFigures>();
        foreach (var entry in entries)
        {
            context.Progress((double)results.Count / entries.Count, entry.Name);
            var values = entry.Values(new Dictionary<string, double>(), out _);
            results.Add(BacktestFigures.Of(entry.Name, history.Play(entry, values, desk, cancellation)));
        }

        var (file, date) = (FileOf(what), Told.Date(desk.Today));
        var kept = ResearchFile.Read<BacktestFile>(desk, file);
        var before = kept is null ? new Dictionary<string, double?>() : kept.Date == date ? kept.Before
            : kept.Results.ToDictionary(one => one.Strategy, one => one.Sharpe);
        var output = ResearchFile.Write(desk, file, new BacktestFile(
            desk.Source.Name, desk.Source.IsSynthetic, date, what.Scope, what.Years, history.Series.Count, results,
            before));
        Compare(context, desk, what, results, kept?.Date == date ? new Dictionary<string, double?>() : before);
        var evidence = Evidence.None.WithOutput(output).WithCount("strategies", results.Count)
            .WithCount("symbols", history.Series.Count).WithCount("trades", results.Sum(one => one.Trades))
            .WithCount("days", results.Max(one => one.Days));
        return what is { Strategy: null, Scope: Scope.Universe, Years: UsualYears }
            ? new TaskResult.Succeeded(evidence, Fact.Of(FactName, new BacktestsLatest(
                date, [.. results.OrderByDescending(one => one.Sharpe ?? -9).Select(one => one.Strategy)],
                output.Path)))
            : new TaskResult.Succeeded(evidence);
    }

    private static void Compare(
        TaskContext context, DeskSession desk, BacktestArguments what, List<BacktestFigures> results,
        IReadOnlyDictionary<string, double?> before)
    {
        foreach (var one in results)
        {
            if (before.TryGetValue(one.Strategy, out var last) && Math.Abs(one.Sharpe - last ?? 0) >= Change)
            {
                Told.Find(
                    context, desk, "backtest",
                    $"{one.Strategy} on '{what.Scope}' over {what.Years} years is not what it was.",
                    string.Create(CultureInfo.InvariantCulture, $"Sharpe {last:0.00} before, {one.Sharpe:0.00} now."));
            }
        }
    }

    private static string FileOf(BacktestArguments what)
    {
        var years = what.Years.ToString(CultureInfo.InvariantCulture) + "y";
        return $"{Folder}/{Slug.Of(what.Strategy ?? "all", what.Scope, years)}.json";
    }
}
