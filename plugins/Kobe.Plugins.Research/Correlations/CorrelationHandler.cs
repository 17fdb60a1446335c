using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Correlations;

/// <summary>What moves together, so that ten positions are not one position ten times.</summary>
[Handler("research.correlation", Arguments = typeof(CorrelationArguments),
    About = "Correlates the daily returns of all pairs and finds the groups that move together.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class CorrelationHandler : ITaskHandler
{
    private const string FactName = "correlations.latest";
    private const int PairsMax = 500;
    private const int UsualDays = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Compare(
            context, DeskSession.Of(context), context.Arguments<CorrelationArguments>(), cancellation));
    }

    private static TaskResult Compare(
        TaskContext context, DeskSession desk, CorrelationArguments rule, CancellationToken cancellation)
    {
        if (rule is not { Days: >= 10, Least: >= 0 and <= 1 })
        {
            return new TaskResult.Fatal("days is 10 or more, least lies between 0 and 1.");
        }

        var panel = Scope.Panel(context, desk, rule.Scope, rule.Days + 1);
        var matrix = CorrelationMatrix.Of(panel, rule.Days, cancellation);
        if (matrix.Pairs.Count == 0)
        {
            return new TaskResult.Skipped(
                $"Correlations need two symbols with {rule.Days / 2} common sessions; '{rule.Scope}' has "
                + $"{panel.Count} symbols with bars.");
        }

        var (strong, clusters) = (matrix.Strong(rule.Least, PairsMax), matrix.Clusters(rule.Least));
        var days = rule.Days.ToString(CultureInfo.InvariantCulture);
        var output = ResearchFile.Write(desk, $"correlations/{Slug.Of(rule.Scope, days)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            rule.Scope,
            rule.Days,
            clusters,
            matrix.Pairs,
        });
        var evidence = Evidence.None.WithOutput(output).WithCount("symbols", panel.Count)
            .WithCount("pairs", matrix.Pairs.Count).WithCount("strong", strong.Count)
            .WithCount("clusters", clusters.Count);
        var latest = new CorrelationsLatest(Told.Date(desk.Today), strong, output.Path, Figure.Of(matrix.Mean, 4));

        // Caps ask for the universe's; a study of a sector must not stand in for it.
        return rule is { Scope: Scope.Universe, Days: UsualDays }
            ? new TaskResult.Succeeded(evidence, Fact.Of(FactName, latest))
            : new TaskResult.Succeeded(evidence);
    }
}
