using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>All models side by side, by what they did on days that they had not seen.</summary>
[Handler("learning.compare",
    About = "Ranks all champions and challengers by their skill on held-back days.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class CompareHandler : ITaskHandler
{
    private const string FactName = "models.ranking";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        var ranking = (from folder in ModelFolders.Of(desk)
                       from role in new[] { "champion", "challenger" }
                       let card = ModelFile.Read<ModelCard>(desk, $"{folder}/{role}.json")
                       where card is not null
                       orderby card.Held.Skill descending, folder, role
                       select new
                       {
                           model = folder,
                           role,
                           id = card.Id,
                           trained = card.Trained,
                           skill = card.Held.Skill,
                           area = card.Held.Area,
                           gap = card.Held.Gap,
                       }).ToList();
        if (ranking.Count == 0)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Skipped("There is no model yet: learning.retrain trains one."));
        }

        var output = ModelFile.Write(desk, "ranking.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            ranking,
        });
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("models", ranking.Count)
                .WithCount("better_than_constant", ranking.Count(one => one.skill > 0)),
            Fact.Of(FactName, new { date = Told.Date(desk.Today), ranking })));
    }
}
