using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>Tries one idea on history. It becomes a discovery only past the thresholds of
/// <see cref="Verdict"/>.</summary>
[Handler("research.hypothesis", Arguments = typeof(HypothesisArguments),
    About = "Tries one idea of the list on history, with a test that counts how many ideas are tried.")]
[Effects(Effects.Idempotent)]
public sealed class HypothesisHandler : ITaskHandler
{
    /// <summary>The folder of the results.</summary>
    internal const string Folder = "hypotheses";

    private const int SessionsPerYear = 252;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Try(context, DeskSession.Of(context), context.Arguments<HypothesisArguments>()));
    }

    private static TaskResult Try(TaskContext context, DeskSession desk, HypothesisArguments what)
    {
        if (what.Years < 1)
        {
            return new TaskResult.Fatal("years is 1 or more.");
        }

        var idea = what.Name is { } name ? HypothesisCatalogue.Find(name) : Longest(desk, what);
        if (idea is null)
        {
            return new TaskResult.Fatal(
                $"There is no hypothesis '{what.Name}'. There are: "
                + $"{string.Join(", ", HypothesisCatalogue.All.Select(one => one.Name))}.");
        }

        var panel = Scope.Panel(context, desk, what.Scope, (what.Years * SessionsPerYear) + 1);
        if (panel.Count == 0)
        {
            return new TaskResult.Skipped(
                $"No daily bars are stored for '{what.Scope}': run marketdata.daily_bars first.");
        }

        var samples = idea.Draw(new(panel, desk.Market, desk.Source.SectorOf));
        if (samples.Marked.Count < 2)
        {
            return new TaskResult.Skipped(
                $"'{idea.Name}' happened {samples.Marked.Count} times in {panel.Days} sessions of '{what.Scope}': "
                + "there is nothing to judge.");
        }

        return Judged(context, desk, what, idea, panel.Count, Verdict.Of(samples, HypothesisCatalogue.Family));
    }

    private static TaskResult.Succeeded Judged(
        TaskContext context, DeskSession desk, HypothesisArguments what, Hypothesis idea, int symbols, Verdict verdict)
    {
        var (file, test) = (FileOf(idea.Name, what), verdict.Test);
        var before = ResearchFile.Read<HypothesisFile>(desk, file);
        var output = ResearchFile.Write(desk, file, new HypothesisFile(
            idea.Name, idea.Claim, what.Scope, what.Years, Told.Date(desk.Today), desk.Source.Name,
            desk.Source.IsSynthetic, symbols, test.Count, test.OtherCount, Figure.Of(test.Mean, 8),
            Figure.Of(test.OtherMean, 8), Figure.Of(test.T, 4), Figure.Of(test.P, 9), HypothesisCatalogue.Family,
            Math.Round(verdict.Adjusted, 6), verdict.IsSteady, verdict.IsDiscovery));
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"t = {test.T:0.00}, p = {test.P:0.######}, {verdict.Adjusted:0.####} after {HypothesisCatalogue.Family} "
            + $"questions; {test.Count} dates against {test.OtherCount}; mean {test.Mean:0.#####} against "
            + $"{test.OtherMean:0.#####}.");
        if (verdict.IsDiscovery && before?.Discovery != true)
        {
            Told.Find(context, desk, "hypothesis", $"{idea.Claim} ({what.Scope})", figures);
        }

        return new(Evidence.None.WithOutput(output).WithCount("symbols", symbols).WithCount("marked", test.Count)
            .WithCount("others", test.OtherCount).WithCount("discovery", verdict.IsDiscovery ? 1 : 0)
            .WithId("hypothesis", idea.Name).WithId("figures", figures));
    }

    private static string FileOf(string name, HypothesisArguments what) =>
        $"{Folder}/{Slug.Of(name, what.Scope, what.Years.ToString(CultureInfo.InvariantCulture) + "y")}.json";

    // Files that are not there come first, then the oldest; of equals the one that stands first in the list.
    private static Hypothesis? Longest(DeskSession desk, HypothesisArguments what) =>
        HypothesisCatalogue.All.MinBy(idea =>
            ResearchFile.Read<HypothesisFile>(desk, FileOf(idea.Name, what))?.Date ?? "");
}
