using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Snapshots;

/// <summary>The indicators of the universe after the last complete session.</summary>
[Handler("research.indicators", Arguments = typeof(IndicatorArguments),
    About = "Takes averages, ranges, strength and extremes of each symbol and keeps them in one file.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class IndicatorsHandler : ITaskHandler
{
    private const string FactName = "indicators.daily";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Take(context, DeskSession.Of(context), context.Arguments<IndicatorArguments>().Scope));
    }

    private static TaskResult Take(TaskContext context, DeskSession desk, string scope)
    {
        var rows = Scope.Bars(desk, Scope.Of(context, desk, scope)).Select(IndicatorRow.Of).ToList();
        if (rows.Count == 0)
        {
            return new TaskResult.Skipped($"No daily bars are stored for '{scope}': run marketdata.daily_bars first.");
        }

        var date = Told.Date(desk.Today);
        var output = ResearchFile.Write(
            desk, $"indicators/{Slug.Of(scope)}.json",
            new IndicatorFile(desk.Source.Name, desk.Source.IsSynthetic, date, rows));
        var above = rows.Count(row => row.Close > row.Sma50);
        var evidence = Evidence.None.WithOutput(output).WithCount("symbols", rows.Count)
            .WithCount("above_sma50", above).WithCount("with_sma200", rows.Count(row => row.Sma200 is not null));

        // The fact is the universe's: another row's symbols must not stand in for it.
        return scope == Scope.Universe
            ? new TaskResult.Succeeded(
                evidence, Fact.Of(FactName, new IndicatorsDaily(date, rows.Count, above, output.Path)))
            : new TaskResult.Succeeded(evidence);
    }
}
