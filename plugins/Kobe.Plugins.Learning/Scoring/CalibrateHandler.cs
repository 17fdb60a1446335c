using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>Whether what a model says comes true as often, and a line that mends it when it does so on later
/// dates.</summary>
[Handler("learning.calibrate", Arguments = typeof(ModelArguments),
    About = "Compares what the champion says with what comes, by tenths, and mends it where that holds later.")]
[Effects(Effects.Idempotent)]
public sealed class CalibrateHandler : ITaskHandler
{
    private const int RowsMin = 100;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Calibrate(context, DeskSession.Of(context), context.Arguments<ModelArguments>()));
    }

    private static TaskResult Calibrate(TaskContext context, DeskSession desk, ModelArguments what)
    {
        if (what.Name.Judged(desk) is not { } card)
        {
            return what.Name.Missing;
        }

        var unseen = Unseen.Of(FeatureSource.Of(context, desk, what.Scope, what.Years, what.Horizon), card);
        if (unseen.Count < RowsMin)
        {
            return new TaskResult.Skipped(
                $"{card.Id} has not learnt {unseen.Count} rows; {RowsMin} are needed to judge what it says.");
        }

        var half = unseen[unseen.Count / 2].Day;
        var earlier = unseen.Where(row => row.Day + what.Horizon < half).ToList();
        var later = unseen.Where(row => row.Day >= half).ToList();
        if (earlier.Count == 0)
        {
            return new TaskResult.Skipped("The dates that it has not learnt are too few to be halved.");
        }

        var line = Calibration.Fit(card.Id, Judged(earlier, card));
        var before = Marks.Of(later, row => card.Scorer.Probability(row.Values), card.Rate);
        var after = Marks.Of(later, row => line.Probability(card.Scorer.Probability(row.Values)), card.Rate);
        line = line with { IsBetter = after.Brier < before.Brier };
        var output = ModelFile.Write(desk, $"{what.Name.Folder}/calibration.json", new CalibrationFile(
            desk.Source.Name, desk.Source.IsSynthetic, Told.Date(desk.Today), line, before, after,
            Marks.Reliability(Judged(unseen, card))));
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("rows", unseen.Count)
                .WithCount("better", line.IsBetter ? 1 : 0).WithId("model", card.Id));
    }

    private static List<(double Chance, double Label)> Judged(List<FeatureRow> rows, ModelCard card) =>
        rows.ConvertAll(row => (card.Scorer.Probability(row.Values), row.Label));
}
