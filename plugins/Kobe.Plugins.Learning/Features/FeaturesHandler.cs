using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Features;

/// <summary>The inputs of the models, with a fingerprint by which everybody sees whether anything is new.</summary>
[Handler("learning.features", Arguments = typeof(FeatureArguments),
    About = "Makes the models' inputs from daily bars and takes their fingerprint.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class FeaturesHandler : ITaskHandler
{
    private const string FactName = "features.daily";
    private const int UsualHorizon = 5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, what) = (DeskSession.Of(context), context.Arguments<FeatureArguments>());
        if (what.Horizon is < 1 or > 63)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal("horizon lies between 1 and 63."));
        }

        var table = FeatureSource.Of(context, desk, what.Scope, what.Years, what.Horizon);
        if (table.Rows.Count == 0)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"'{what.Scope}' has no symbol with the 65 daily bars that a row takes: run marketdata.daily_bars."));
        }

        var means = FeatureTable.Names.Select((name, i) => (name, Mean: table.Rows.Average(row => row.Values[i])));
        var horizon = what.Horizon.ToString(CultureInfo.InvariantCulture);
        var output = ModelFile.Write(desk, $"features/{Slug.Of(what.Scope, horizon)}.json", new FeatureFile(
            desk.Source.Name, desk.Source.IsSynthetic, Told.Date(desk.Today), what.Horizon, what.Scope,
            table.Fingerprint, table.Rows.Count, table.Known.Count,
            table.Known.Count > 0 ? Figure.Of(table.Known.Average(row => row.Label), 4) : null,
            means.ToDictionary(one => one.name, one => Figure.Of(one.Mean))));
        var evidence = Evidence.None.WithOutput(output).WithCount("rows", table.Rows.Count)
            .WithCount("known", table.Known.Count).WithCount("features", FeatureTable.Names.Count)
            .WithId("fingerprint", table.Fingerprint);
        return Task.FromResult<TaskResult>(what is { Horizon: UsualHorizon, Scope: Scope.Universe }
            ? new TaskResult.Succeeded(evidence, Fact.Of(
                FactName, new FeaturesDaily(Told.Date(desk.Today), table.Fingerprint, table.Rows.Count)))
            : new TaskResult.Succeeded(evidence));
    }
}
