using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Training;

/// <summary>Challenger against champion. Only who is better on dates that neither has seen becomes or stays
/// champion.</summary>
[Handler("learning.promote", Arguments = typeof(ModelArguments),
    About = "Compares challenger and champion on dates that neither learnt from, and promotes the better one.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class PromoteHandler : ITaskHandler
{
    private const string FactName = "model.champion";
    private const int FormerKept = 3;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Compare(context, DeskSession.Of(context), context.Arguments<ModelArguments>()));
    }

    private static TaskResult Compare(TaskContext context, DeskSession desk, ModelArguments what)
    {
        var (challenger, champion) = (what.Name.Challenger(desk), what.Name.Champion(desk));
        if (challenger is null)
        {
            return new TaskResult.Skipped($"{what.Name.Folder} has no challenger: learning.retrain trains one.");
        }

        if (champion?.Id == challenger.Id)
        {
            return new TaskResult.Skipped($"{challenger.Id} is the champion already.");
        }

        var table = FeatureSource.Of(context, desk, what.Scope, what.Years, what.Horizon);
        var rows = Unseen.Of(table, champion?.LearntTo > challenger.LearntTo ? champion : challenger);
        var contest = Contest.Of(
            rows, what.Horizon, row => challenger.Scorer.Probability(row.Values),
            row => champion?.Scorer.Probability(row.Values) ?? challenger.Rate);
        if (contest.Dates < Contest.DatesMin)
        {
            return new TaskResult.Skipped(
                $"There are {contest.Dates} dates that neither has seen and whose outcomes do not overlap; "
                + $"{Contest.DatesMin} are needed.");
        }

        var evidence = Evidence.None.WithCount("dates", contest.Dates).WithCount("rows", rows.Count)
            .WithId("challenger", challenger.Id).WithId("champion", champion?.Id ?? "none")
            .WithCount("promoted", contest.IsWon ? 1 : 0);
        var report = ModelFile.Write(desk, $"{what.Name.Folder}/contest.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            challenger = challenger.Id,
            champion = champion?.Id,
            contest,
        });
        evidence = evidence.WithOutput(report);
        if (contest.IsWon)
        {
            evidence = evidence.WithOutput(Crown(desk, what.Name, challenger, champion));
            Told.Find(
                context, desk, "model", $"{what.Name.Folder}: {challenger.Id} is the new champion.",
                $"Brier {contest.Challenger} against {contest.Champion} on {contest.Dates} dates, p = {contest.P}.");
        }

        return new TaskResult.Succeeded(evidence, Fact.Of(FactName, new
        {
            date = Told.Date(desk.Today),
            model = what.Name.Folder,
            id = contest.IsWon ? challenger.Id : champion?.Id,
            promoted = contest.IsWon,
        }));
    }

    private static Output Crown(DeskSession desk, ModelName name, ModelCard challenger, ModelCard? champion)
    {
        if (champion is not null)
        {
            var former = (ModelFile.Read<IReadOnlyList<ModelCard>>(desk, $"{name.Folder}/former.json") ?? [])
                .Where(card => card.Id != champion.Id);
            ModelFile.Write(desk, $"{name.Folder}/former.json", former.Append(champion).TakeLast(FormerKept).ToList());
        }

        return ModelFile.Write(
            desk, $"{name.Folder}/champion.json", challenger with { Promoted = Told.Date(desk.Today) });
    }
}
