using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>All answers together: which hold when the whole list is judged at once.</summary>
[Handler("research.findings", Arguments = typeof(FindingsArguments),
    About = "Judges all hypotheses that were tried together (Benjamini-Hochberg) and keeps which hold.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class FindingsHandler : ITaskHandler
{
    private const string FactName = "findings.latest";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, rule) = (DeskSession.Of(context), context.Arguments<FindingsArguments>());
        var oldest = Told.Date(desk.Today.AddDays(-rule.MaxAgeDays));
        var tried = ResearchFile.ReadAll<HypothesisFile>(desk, HypothesisHandler.Folder)
            .Where(file => string.CompareOrdinal(file.Date, oldest) >= 0).ToList();
        if (tried.Count == 0)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"No hypothesis was tried in {rule.MaxAgeDays} days: research.hypothesis does that."));
        }

        var adjusted = FalseDiscovery.Adjust([.. tried.Select(file => file.P ?? 1)]);
        var held = tried.Zip(adjusted).Where(pair => pair.Second < rule.Level && IsSound(pair.First))
            .OrderBy(pair => pair.Second).ThenBy(pair => pair.First.Name, StringComparer.Ordinal)
            .Select(pair => $"{pair.First.Name} ({pair.First.Scope})").ToList();
        var output = ResearchFile.Write(desk, "findings.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            rule.Level,
            held,
            tried = tried.Zip(adjusted).OrderBy(pair => pair.Second).Select(pair => new
            {
                pair.First.Name,
                pair.First.Scope,
                pair.First.Years,
                pair.First.P,
                adjusted = Math.Round(pair.Second, 6),
                pair.First.Count,
                pair.First.Steady,
            }),
        });
        var before = context.Facts.Find(FactName)?.As<FindingsLatest>()?.Held ?? [];
        foreach (var news in held.Except(before).Take(5))
        {
            Told.Find(context, desk, "finding", $"{news} holds among {tried.Count} questions judged together.",
                string.Create(CultureInfo.InvariantCulture, $"Benjamini-Hochberg at {rule.Level}."));
        }

        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("tried", tried.Count).WithCount("held", held.Count),
            Fact.Of(FactName, new FindingsLatest(Told.Date(desk.Today), tried.Count, held, output.Path))));
    }

    private static bool IsSound(HypothesisFile file) =>
        file.Steady && file.Count >= Verdict.ObservationsMin
        && (file.OtherCount == 0 || file.OtherCount >= Verdict.ObservationsMin);
}
