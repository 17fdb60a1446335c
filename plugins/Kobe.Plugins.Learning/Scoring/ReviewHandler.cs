using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>Where a model was wrong: in which symbols, sectors, months and moods of the market.</summary>
[Handler("learning.review", Arguments = typeof(ModelArguments),
    About = "Says where the champion was wrong on rows that it has not learnt: by symbol, sector, month, volatility.")]
[Effects(Effects.Idempotent)]
public sealed class ReviewHandler : ITaskHandler
{
    private const int RowsMin = 60;
    private const int GroupMin = 20;
    private static readonly int Volatility = FeatureTable.Names.ToList().IndexOf("volatility20");

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Review(context, DeskSession.Of(context), context.Arguments<ModelArguments>()));
    }

    private static TaskResult Review(TaskContext context, DeskSession desk, ModelArguments what)
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

        var middle = rows.Select(row => row.Values[Volatility]).Order().ElementAt(rows.Count / 2);
        var weak = Groups(rows, card, row => $"symbol {row.Symbol}")
            .Concat(Groups(rows, card, row => $"sector {desk.Source.SectorOf(row.Symbol)}"))
            .Concat(Groups(rows, card, row => $"month {row.Date:yyyy-MM}"))
            .Concat(Groups(rows, card, row => row.Values[Volatility] > middle ? "wild shares" : "calm shares"))
            .OrderBy(one => one.Skill).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var output = ModelFile.Write(desk, $"{what.Name.Folder}/review.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            model = card.Id,
            whole = Marks.Of(rows, row => card.Scorer.Probability(row.Values), card.Rate),
            groups = weak,
        });
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("rows", rows.Count).WithCount("groups", weak.Count)
                .WithCount("worse", weak.Count(one => one.Skill < 0)).WithId("model", card.Id));
    }

    private static IEnumerable<GroupSkill> Groups(
        List<FeatureRow> rows, ModelCard card, Func<FeatureRow, string> by) =>
        rows.GroupBy(by).Where(group => group.Count() >= GroupMin).Select(group => new GroupSkill(
            group.Key, group.Count(),
            Marks.Of([.. group], row => card.Scorer.Probability(row.Values), card.Rate).Skill));
}
