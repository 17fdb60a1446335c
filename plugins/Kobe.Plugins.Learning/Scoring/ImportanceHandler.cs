using Kobe.Contracts;
using Kobe.Desk.Randomness;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>Which features a model lives on: by how much it gets worse when one of them is shuffled.</summary>
[Handler("learning.importance", Arguments = typeof(ModelArguments),
    About = "Shuffles each feature among unseen rows and says how much worse the model gets.")]
[Effects(Effects.Idempotent)]
public sealed class ImportanceHandler : ITaskHandler
{
    private const int RowsMin = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Shuffle(context, DeskSession.Of(context), context.Arguments<ModelArguments>()));
    }

    private static TaskResult Shuffle(TaskContext context, DeskSession desk, ModelArguments what)
    {
        if (what.Name.Judged(desk) is not { } card)
        {
            return what.Name.Missing;
        }

        var rows = Unseen.Of(FeatureSource.Of(context, desk, what.Scope, what.Years, what.Horizon), card);
        if (rows.Count < RowsMin)
        {
            return new TaskResult.Skipped($"{card.Id} has not learnt {rows.Count} rows; {RowsMin} are needed.");
        }

        var whole = Marks.Of(rows, row => card.Scorer.Probability(row.Values), card.Rate);
        var features = FeatureTable.Names.Select((name, i) => new
        {
            name,
            weight = Figure.Of(card.Scorer.Weights[i]),
            loss = Math.Round(
                Marks.Of(Shuffled(rows, i), row => card.Scorer.Probability(row.Values), card.Rate).Brier - whole.Brier,
                8),
        }).OrderByDescending(one => one.loss).ToList();
        var output = ModelFile.Write(desk, $"{what.Name.Folder}/importance.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            model = card.Id,
            whole,
            features,
        });
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("rows", rows.Count)
                .WithCount("useful", features.Count(one => one.loss > 0)).WithId("model", card.Id)
                .WithId("first", features[0].name));
    }

    // Fisher's and Yates's shuffle of one column, the same each time.
    private static List<FeatureRow> Shuffled(List<FeatureRow> rows, int feature)
    {
        var random = new SeededRandom(1).Split(FeatureTable.Names[feature]);
        var column = rows.Select(row => row.Values[feature]).ToArray();
        for (var i = column.Length - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (column[i], column[other]) = (column[other], column[i]);
        }

        return [.. rows.Select((row, i) => row with
        {
            Values = [.. row.Values.Select((value, place) => place == feature ? column[i] : value)],
        })];
    }
}
