using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Watching;

/// <summary>Retires champions that were trained too long ago. Their cards stay; nobody asks them any more.</summary>
[Handler("learning.expire", Arguments = typeof(ExpireArguments),
    About = "Retires champions that are too old; rules stand in until a challenger wins.")]
[Effects(Effects.Idempotent)]
public sealed class ExpireHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Retire(
            context, DeskSession.Of(context), Math.Max(1, context.Arguments<ExpireArguments>().MaxAgeDays)));
    }

    private static TaskResult Retire(TaskContext context, DeskSession desk, int days)
    {
        var champions = ModelFolders.Of(desk)
            .Select(folder => (folder, Card: ModelFile.Read<ModelCard>(desk, $"{folder}/champion.json")))
            .Where(one => one.Card is not null).ToList();
        if (champions.Count == 0)
        {
            return new TaskResult.Skipped("There is no champion to look at.");
        }

        var evidence = Evidence.None.WithCount("champions", champions.Count);
        var retired = 0;
        foreach (var (folder, card) in champions)
        {
            evidence = evidence.WithId("model", $"{folder} {card!.Id} of {card.Trained}");
            if (desk.Today.DayNumber - card.TrainedOn.DayNumber <= days)
            {
                continue;
            }

            // The name in force goes last: a crash before it leaves a champion that is retired the next time.
            evidence = evidence.WithOutput(ModelFile.Write(desk, $"{folder}/retired-{card.Id}.json", card));
            File.Delete(ModelFile.PathOf(desk, $"{folder}/champion.json"));
            retired++;
            Told.Find(
                context, desk, "model", $"{folder}: {card.Id} of {card.Trained} is older than {days} days and retired.",
                "Rules score in its place until a challenger wins.");
        }

        return new TaskResult.Succeeded(evidence.WithCount("retired", retired));
    }
}
