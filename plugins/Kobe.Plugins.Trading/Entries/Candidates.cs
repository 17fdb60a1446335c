using Kobe.Contracts;
using Kobe.Plugins.Facts;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Signals;

namespace Kobe.Plugins.Trading.Entries;

/// <summary>Finds the ideas of a setup, in plan or scan.</summary>
internal static class Candidates
{
    /// <summary>The ideas that the row asks for, in their order.</summary>
    public static IReadOnlyList<Candidate> Of(TaskContext context, EnterArguments arguments, DayPlan plan)
    {
        var found = arguments.Setup switch
        {
            EntrySetup.OpeningRange => OfScan(context, DayScanKind.OpeningRange),
            EntrySetup.Gap => OfScan(context, DayScanKind.Gap),
            EntrySetup.Trend => OfScan(context, DayScanKind.Trend),
            var setup => OfPlan(plan, setup, arguments.Late),
        };
        return arguments.Strategy is { } strategy ? [.. found.Where(one => one.Strategy == strategy)] : [.. found];
    }

    private static IEnumerable<Candidate> OfPlan(DayPlan plan, EntrySetup setup, bool late)
    {
        var name = setup.ToString().ToLowerInvariant();
        return
            from idea in plan.Ideas
            where late ? idea.Setup != name : idea.Setup == name
            select new Candidate(
                idea.Symbol, idea.Strategy, idea.Setup, idea.Quantity, idea.Entry, idea.Stop, idea.Target, idea.Sector,
                IsDayTrade: false);
    }

    private static IEnumerable<Candidate> OfScan(TaskContext context, DayScanKind kind) =>
        from idea in TodayFacts.Find<Ideas>(context, DaySignalsHandler.FactOf(kind))?.Items ?? []
        select new Candidate(
            idea.Symbol, idea.Strategy, idea.Strategy, null, idea.Entry, idea.Stop, idea.Target, idea.Sector,
            IsDayTrade: true);
}
