using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Training;

/// <summary>Searches horizons and costs of weights. It proposes; nothing is applied.</summary>
[Handler("learning.search", Arguments = typeof(SearchArguments),
    About = "Tries horizons and ridges on stretches of dates and proposes the best; applies none.")]
[Effects(Effects.Idempotent)]
public sealed class SearchHandler : ITaskHandler
{
    private const int RowsMin = 300;
    private static readonly int[] Horizons = [1, 5, 10, 21];
    private static readonly double[] Ridges = [5, 50, 500];

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Search(
            context, DeskSession.Of(context), context.Arguments<SearchArguments>(), cancellation));
    }

    private static TaskResult Search(
        TaskContext context, DeskSession desk, SearchArguments what, CancellationToken cancellation)
    {
        if (what.Folds is < 1 or > 20)
        {
            return new TaskResult.Fatal("folds lies between 1 and 20.");
        }

        var choices = new List<Choice>();
        foreach (var horizon in Horizons)
        {
            var table = FeatureSource.Of(context, desk, what.Scope, what.Years, horizon);
            foreach (var ridge in Ridges)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Try(table, what, ridge) is { } choice)
                {
                    choices.Add(choice);
                }
            }
        }

        if (choices.Count == 0)
        {
            return new TaskResult.Skipped($"'{what.Scope}' has no {RowsMin} rows before any stretch to be judged.");
        }

        var best = choices.MaxBy(choice => choice.Skill)!;
        var output = ModelFile.Write(
            desk, $"searches/{Slug.Of(what.Model.ToString().ToLowerInvariant(), what.Scope)}.json", new
            {
                source = desk.Source.Name,
                synthetic = desk.Source.IsSynthetic,
                date = Told.Date(desk.Today),
                what.Model,
                what.Scope,
                best,
                choices,
            });
        if (best.Skill > 0.01)
        {
            Told.Find(
                context, desk, "model",
                $"{what.Model} of '{what.Scope}': horizon {best.Horizon} with ridge {best.Ridge} is better than the "
                + $"constant by {Told.Percent(best.Skill)}.",
                $"Best of {choices.Count} tries; a proposal, not applied.");
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("choices", choices.Count)
                .WithCount("folds", what.Folds).WithId("best", $"{best.Horizon}d ridge {best.Ridge}"));
    }

    private static Choice? Try(FeatureTable table, SearchArguments what, double ridge)
    {
        var folds = Folds.Of(table, what.Folds).Where(cut => cut.Train.Count >= RowsMin && cut.Held.Count > 0)
            .Select(cut => (cut, Scorer: Trainer.Usual.Train(what.Model, cut.Train, ridge)))
            .Select(fold => Marks.Of(fold.cut.Held, row => fold.Scorer.Probability(row.Values), fold.cut.Rate))
            .ToList();
        return folds.Count == 0 ? null : new(
            table.Horizon, ridge, Math.Round(folds.Average(marks => marks.Skill), 6),
            Figure.Of(folds.Average(marks => marks.Area ?? 0.5), 5));
    }
}
