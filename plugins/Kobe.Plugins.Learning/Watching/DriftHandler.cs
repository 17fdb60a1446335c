using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Watching;

/// <summary>Whether a model's inputs are still what it was trained on.</summary>
[Handler("learning.drift", Arguments = typeof(ModelArguments),
    About = "Compares the last month's features with those of the training (population stability index).")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class DriftHandler : ITaskHandler
{
    private const string FactName = "model.drift";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Compare(context, DeskSession.Of(context), context.Arguments<ModelArguments>()));
    }

    private static TaskResult Compare(TaskContext context, DeskSession desk, ModelArguments what)
    {
        if (what.Name.Judged(desk) is not { } card)
        {
            return what.Name.Missing;
        }

        var table = FeatureSource.Of(context, desk, what.Scope, 1, what.Horizon);
        var recent = table.Rows.Count == 0 ? [] : table.Rows
            .Where(row => row.Day > table.Rows[^1].Day - FeatureProfile.RecentSessions)
            .Where(row => row.Date > card.LearntTo).ToList();
        if (recent.Count == 0)
        {
            return new TaskResult.Skipped($"There is no session that {card.Id} has not learnt from.");
        }

        var shifts = FeatureTable.Names.Zip(
                card.Profile.Shift(recent), card.Profile.Usual).Select(one => new
                {
                    name = one.First,
                    shift = one.Second,
                    usual = one.Third,
                })
            .OrderByDescending(one => one.shift).ToList();
        var drifted = card.Profile.Drifted(recent);
        var output = ModelFile.Write(desk, $"{what.Name.Folder}/drift.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            model = card.Id,
            recent = recent.Count,
            drifted,
            shifts,
        });
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("rows", recent.Count).WithCount("features", shifts.Count)
                .WithCount("drifted", drifted.Count).WithId("model", card.Id),
            Fact.Of(FactName, new
            {
                date = Told.Date(desk.Today),
                model = card.Id,
                drift = drifted.Count > 0,
                features = drifted,
            }));
    }
}
