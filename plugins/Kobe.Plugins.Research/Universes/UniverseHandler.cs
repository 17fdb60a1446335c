using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Facts;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Universes;

/// <summary>What may be traded today.</summary>
[Handler("research.universe", Arguments = typeof(UniverseArguments),
    About = "Ranks liquid symbols and says what came and went since the universe before.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class UniverseHandler : ITaskHandler
{
    internal const string FileName = "universe.json";
    private const string FactName = "universe.today";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Build(context, DeskSession.Of(context), context.Arguments<UniverseArguments>()));
    }

    private static TaskResult Build(TaskContext context, DeskSession desk, UniverseArguments rule)
    {
        if (rule is { Days: < 1 } or { Max: < 1 } or { StaleDays: < 0 })
        {
            return new TaskResult.Fatal("days and max are 1 or more, stale_days is 0 or more.");
        }

        var candidates = Scope.Bars(desk, desk.Symbols)
            .Select(bars => Candidate.Of(bars, desk.Source.SectorOf(bars.Name.Symbol), rule.Days)).ToList();
        if (candidates.Count == 0)
        {
            return new TaskResult.Skipped("No daily bars are stored: run marketdata.daily_bars first.");
        }

        var picked = UniverseRule.Pick(
            candidates, rule, Scope.FreshFrom(desk, candidates.Max(one => one.LastTicks), rule.StaleDays),
            Quarantined(context, desk));
        if (picked.Count == 0)
        {
            return new TaskResult.Skipped(
                $"None of {candidates.Count} symbols has {rule.Days} bars, a close of {rule.MinPrice} $ and trades "
                + $"{rule.MinDollarVolume:0} $ a session: lower min_price, min_dollar_volume or days.");
        }

        var date = Told.Date(desk.Today);
        var kept = ResearchFile.Read<UniverseKept>(desk, FileName);
        var before = kept?.Today.Date == date ? kept.Before : kept?.Today.Symbols.Select(one => one.Symbol).ToList();
        var names = picked.Select(one => one.Symbol).ToList();
        var today = new UniverseToday(
            date, [.. picked.Select(one => new UniverseSymbol(one.Symbol, one.Sector, Math.Round(one.DollarVolume)))],
            before is null ? [] : [.. names.Except(before)], before is null ? [] : [.. before.Except(names)]);
        var output = ResearchFile.Write(
            desk, FileName, new UniverseKept(desk.Source.Name, desk.Source.IsSynthetic, today, before));
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("candidates", candidates.Count)
                .WithCount("symbols", names.Count).WithCount("added", today.Added.Count)
                .WithCount("removed", today.Removed.Count),
            Fact.Of(FactName, today));
    }

    // A check holds for the bars that it saw. One of the session before has seen all but the last of them, and a
    // finding stands for weeks; what is older says nothing of what was stored or put right since.
    private static HashSet<string> Quarantined(TaskContext context, DeskSession desk) =>
        desk.Market.Calendar.PreviousSession(desk.Today) is { } before
            ? [.. TodayFacts.TextsSince(context, before.Date, "bars.quality", "quarantined")] : [];
}
