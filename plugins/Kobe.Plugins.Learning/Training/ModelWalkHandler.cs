using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Training;

/// <summary>A model trained anew on each stretch's past and judged on the stretch: what it would have been worth.
/// </summary>
[Handler("learning.walk_forward", Arguments = typeof(ModelArguments),
    About = "Trains a model again and again on the past and judges it on what followed.")]
[Effects(Effects.Idempotent)]
public sealed class ModelWalkHandler : ITaskHandler
{
    private const int Stretches = 6;
    private const int RowsMin = 300;
    private const double Ridge = 50;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, what) = (DeskSession.Of(context), context.Arguments<ModelArguments>());
        var table = FeatureSource.Of(context, desk, what.Scope, what.Years, what.Horizon);
        var stretches = new List<(DateOnly From, DateOnly To, Marks Marks)>();
        foreach (var cut in Folds.Of(table, Stretches).Where(cut => cut.Train.Count >= RowsMin && cut.Held.Count > 0))
        {
            cancellation.ThrowIfCancellationRequested();
            var scorer = Trainer.Usual.Train(what.Model, cut.Train, Ridge);
            stretches.Add((
                cut.Held[0].Date, cut.Held[^1].Date,
                Marks.Of(cut.Held, row => scorer.Probability(row.Values), cut.Rate)));
        }

        if (stretches.Count == 0)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"'{what.Scope}' has no {RowsMin} rows before any stretch to be judged."));
        }

        var output = ModelFile.Write(desk, $"{what.Name.Folder}/walk-forward.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            skill = Math.Round(stretches.Average(one => one.Marks.Skill), 6),
            better = stretches.Count(one => one.Marks.Skill > 0),
            stretches = stretches.Select(one => new { one.From, one.To, one.Marks }),
        });
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("stretches", stretches.Count)
                .WithCount("better", stretches.Count(one => one.Marks.Skill > 0))
                .WithCount("rows", stretches.Sum(one => one.Marks.Rows))));
    }
}
