using System.Security.Cryptography;
using System.Text;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Learning.Watching;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Training;

/// <summary>Trains a challenger, or says why none is needed. It never touches the champion.</summary>
[Handler("learning.retrain", Arguments = typeof(RetrainArguments),
    About = "Trains a challenger when its inputs are new, and judges it on dates that it has not seen.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class RetrainHandler : ITaskHandler
{
    private const string FactName = "model.challenger";
    private const int RowsMin = 300;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Train(context, DeskSession.Of(context), context.Arguments<RetrainArguments>()));
    }

    private static TaskResult Train(TaskContext context, DeskSession desk, RetrainArguments what)
    {
        if (what is not { Horizon: >= 1 and <= 63, Ridge: >= 0, HeldDays: >= 10, EverySessions: >= 1 })
        {
            return new TaskResult.Fatal(
                "horizon lies between 1 and 63, ridge is 0 or more, held_days 10 or more, every_sessions 1 or more.");
        }

        var table = FeatureSource.Of(context, desk, what.Scope, what.Years, what.Horizon);
        var cut = Cut.Of(table, what.HeldDays);
        if (cut.Train.Count < RowsMin || cut.Held.Count == 0)
        {
            return new TaskResult.Skipped(
                $"'{what.Scope}' has {cut.Train.Count} rows to learn from; {RowsMin} are needed.");
        }

        if (Needless(desk, what, table) is { } why)
        {
            return new TaskResult.Skipped(why);
        }

        var scorer = Trainer.Usual.Train(what.Model, cut.Train, what.Ridge);
        var held = Marks.Of(cut.Held, row => scorer.Probability(row.Values), cut.Rate);
        var card = new ModelCard(
            IdOf(what, table), what.Model, what.Horizon, what.Scope, desk.Source.Name, desk.Source.IsSynthetic,
            Told.Date(desk.Today), cut.Train[^1].Date, table.Fingerprint, cut.Train.Count, what.Ridge,
            Math.Round(cut.Rate, 6), scorer, held, FeatureProfile.Of(cut.Train));
        var output = ModelFile.Write(desk, $"{what.Name.Folder}/challenger.json", card);
        context.Log.Information(Told.Sentence(
            desk, $"{what.Name.Folder} {card.Id}: Brier {held.Brier} against {held.Base}, area {held.Area}."));
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("rows", cut.Train.Count).WithCount("held", cut.Held.Count)
                .WithId("model", card.Id).WithId("fingerprint", table.Fingerprint),
            Fact.Of(FactName, new { date = card.Trained, model = what.Name.Folder, id = card.Id, skill = held.Skill }));
    }

    private static string? Needless(DeskSession desk, RetrainArguments what, FeatureTable table)
    {
        if (what.Name.Challenger(desk) is not { } last || !last.Ridge.Equals(what.Ridge))
        {
            return null;
        }

        if (last.Fingerprint == table.Fingerprint)
        {
            return $"The inputs are those of {last.Id}, trained on {last.Trained}: the fingerprint is unchanged.";
        }

        var fresh = table.Known.Where(row => row.Date > last.LearntTo).Select(row => row.Day).Distinct().Count()
            - what.HeldDays;
        var recent = table.Rows
            .Where(row => row.Day > table.Rows[^1].Day - FeatureProfile.RecentSessions).ToList();
        return fresh < what.EverySessions && last.Profile.Drifted(recent).Count == 0
            ? $"{last.Id} has learnt all but {Math.Max(0, fresh)} of the dates to learn from, and nothing drifted: "
                + $"{what.EverySessions} are worth a training."
            : null;
    }

    private static string IdOf(RetrainArguments what, FeatureTable table) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{what.Name.Folder} {what.Ridge:R} {what.HeldDays} {table.Fingerprint}")))[..12];
}
