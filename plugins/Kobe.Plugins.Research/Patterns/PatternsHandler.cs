using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Hypotheses;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Patterns;

/// <summary>Where a pattern shows now, how often it was seen, and whether anything follows it.</summary>
[Handler("research.patterns", Arguments = typeof(PatternArguments),
    About = "Looks for a pattern of bars: which symbols show it now, how often it was seen, what followed.")]
[Effects(Effects.Idempotent)]
public sealed class PatternsHandler : ITaskHandler
{
    private const int SessionsPerYear = 252;
    private const int SessionsMin = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Look(context, DeskSession.Of(context), context.Arguments<PatternArguments>()));
    }

    private static TaskResult Look(TaskContext context, DeskSession desk, PatternArguments what)
    {
        var pattern = what.Pattern is { } name ? PatternCatalogue.Find(name) : Longest(desk, what);
        if (pattern is null || what.Years < 1)
        {
            return new TaskResult.Fatal(
                $"There is no pattern '{what.Pattern}', or years is below 1. Patterns: "
                + $"{string.Join(", ", PatternCatalogue.All.Select(one => one.Name))}.");
        }

        var panel = Scope.Panel(context, desk, what.Scope, (what.Years * SessionsPerYear) + 1);
        if (panel.Days < SessionsMin)
        {
            return new TaskResult.Skipped(
                $"'{what.Scope}' has {panel.Days} sessions of daily bars; patterns take {SessionsMin}.");
        }

        var (seen, now) = Seen(panel, pattern);
        if (seen == 0)
        {
            return new TaskResult.Skipped(
                $"'{pattern.Name}' was never seen in {panel.Days} sessions of '{what.Scope}'.");
        }

        var samples = pattern.Draw(new(panel, desk.Market, desk.Source.SectorOf));
        var verdict = Verdict.Of(samples, PatternCatalogue.All.Count);
        var file = FileOf(pattern.Name, what);
        var before = ResearchFile.Read<PatternFile>(desk, file);
        var output = ResearchFile.Write(desk, file, new PatternFile(
            pattern.Name, pattern.Claim, what.Scope, Told.Date(desk.Today), desk.Source.Name, desk.Source.IsSynthetic,
            seen, now, verdict.Test.Count, Figure.Of(verdict.Test.Mean), Figure.Of(verdict.Test.OtherMean),
            Math.Round(verdict.Adjusted, 6), verdict.IsDiscovery));
        if (verdict.IsDiscovery && before?.Holds != true)
        {
            Told.Find(
                context, desk, "pattern", $"'{pattern.Name}' in '{what.Scope}': {pattern.Claim}",
                string.Create(CultureInfo.InvariantCulture, $"{verdict.Test.Count} dates, t = {verdict.Test.T:0.00}, "
                    + $"p = {verdict.Adjusted:0.####} after {PatternCatalogue.All.Count} patterns."));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("seen", seen).WithCount("now", now.Count)
                .WithCount("dates", verdict.Test.Count).WithId("pattern", pattern.Name));
    }

    private static (int Seen, IReadOnlyList<string> Now) Seen(PricePanel panel, SymbolHypothesis pattern)
    {
        var (seen, now) = (0, new List<string>());
        for (var symbol = 0; symbol < panel.Count; symbol++)
        {
            var days = new SymbolDays(panel, symbol);
            for (var day = 0; day < panel.Days; day++)
            {
                if (pattern.Marks(new(days, day)))
                {
                    seen++;
                    if (day == panel.Days - 1)
                    {
                        now.Add(panel.Symbols[symbol]);
                    }
                }
            }
        }

        return (seen, now);
    }

    private static string FileOf(string name, PatternArguments what) =>
        $"patterns/{Slug.Of(name, what.Scope, what.Years.ToString(CultureInfo.InvariantCulture) + "y")}.json";

    private static SymbolHypothesis? Longest(DeskSession desk, PatternArguments what) =>
        PatternCatalogue.All.MinBy(one => ResearchFile.Read<PatternFile>(desk, FileOf(one.Name, what))?.Date ?? "");
}
