using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Reading;
using Kobe.Plugins.Learning.Watching;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>A probability for each candidate, by the champion; by rules when there is none that is young
/// enough.</summary>
[Handler("learning.score", Arguments = typeof(ScoreArguments),
    About = "Scores the candidates with the champion, by rules when it is missing or too old, and flags drift.")]
[Effects(Effects.Idempotent)]
[Publishes("scores.today")]
public sealed class ScoreHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Score(context, DeskSession.Of(context), context.Arguments<ScoreArguments>()));
    }

    private static TaskResult Score(TaskContext context, DeskSession desk, ScoreArguments what)
    {
        // A year warms every feature up; nothing is learnt here.
        var table = FeatureSource.Of(context, desk, what.Scope, 1, what.Horizon);
        var candidates = Candidates(context, desk);
        var rows = table.Last.Where(row => candidates is null || candidates.Contains(row.Symbol)).ToList();
        if (rows.Count == 0)
        {
            return new TaskResult.Skipped(candidates is null
                ? $"'{what.Scope}' has no symbol with the 65 daily bars that a row takes."
                : $"None of today's {candidates.Count} candidates has the 65 daily bars that a row takes.");
        }

        var champion = what.Name.Champion(desk);
        var isYoung = champion is not null
            && desk.Today.DayNumber - champion.TrainedOn.DayNumber <= what.MaxAgeDays;
        var model = isYoung ? champion : null;
        var calibration = model is null ? null : Calibration.Of(desk, what.Name, model.Id);
        var drift = model is not null && model.Profile.Drifted(
            [.. table.Rows.Where(row => row.Day > table.Rows[^1].Day - FeatureProfile.RecentSessions)]).Count > 0;
        var scores = rows
            .Select(row => new SymbolScore(row.Symbol, Math.Round(
                model is null ? FallbackRule.Probability(row)
                    : calibration?.Probability(model.Scorer.Probability(row.Values))
                        ?? model.Scorer.Probability(row.Values), 5)))
            .OrderByDescending(one => one.Probability).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        var today = new ScoresToday(Told.Date(desk.Today), model?.Id ?? "rules", scores, drift, model is null);
        var output = ModelFile.Write(desk, $"{what.Name.Folder}/scores.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            asOf = rows[0].Date,
            today,
        });
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("scored", scores.Count)
                .WithCount("fell_back", model is null ? 1 : 0).WithCount("drift", drift ? 1 : 0)
                .WithId("model", today.Model),
            Fact.Of(what.Fact, today));
    }

    // Today's ideas; without any the whole universe is scored, so that a plan made later has something to look at.
    private static HashSet<string>? Candidates(TaskContext context, DeskSession desk) =>
        context.Facts.Find("signals.swing") is { } fact && fact.Value.TryGetProperty("date", out var date)
        && date.GetString() == Told.Date(desk.Today) && fact.Value.TryGetProperty("ideas", out var ideas)
        && ideas.EnumerateArray().Select(idea => idea.GetProperty("symbol").GetString()!)
            .ToHashSet(StringComparer.Ordinal) is { Count: > 0 } symbols
            ? symbols : null;
}
