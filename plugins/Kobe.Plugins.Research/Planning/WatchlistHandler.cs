using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Facts;
using Kobe.Plugins.Research.Reading;
using Kobe.Plugins.Research.Snapshots;

namespace Kobe.Plugins.Research.Planning;

/// <summary>A draft for the next session: which symbols are worth a look, and why.</summary>
[Handler("research.watchlist", Arguments = typeof(WatchlistArguments),
    About = "Scores the universe for the next session, with reasons, without those that report soon.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class WatchlistHandler : ITaskHandler
{
    private const string FactName = "watchlist.tomorrow";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Draft(context, DeskSession.Of(context), context.Arguments<WatchlistArguments>().Max));
    }

    private static TaskResult Draft(TaskContext context, DeskSession desk, int max)
    {
        if (desk.Market.Calendar.NextSession(desk.Today) is not { } next)
        {
            return new TaskResult.Skipped("The calendar knows no next session.");
        }

        var rows = Scope.Bars(desk, Scope.Of(context, desk, Scope.Universe)).Select(IndicatorRow.Of).ToList();
        var scored = rows.Select(WatchedSymbol.Of).Where(one => one.Score > 0)
            .OrderByDescending(one => one.Score).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        if (scored.Count == 0)
        {
            return new TaskResult.Skipped($"Nothing speaks for any of {rows.Count} symbols.");
        }

        // Its dates are counted from its own: an older one misses who reports by then, and bars who has reported.
        var reporting = TodayFacts.Texts(context, "earnings.today", "blackout").ToHashSet(StringComparer.Ordinal);
        var list = scored.Where(one => !reporting.Contains(one.Symbol)).Take(Math.Max(1, max)).ToList();
        var excluded = scored.Where(one => reporting.Contains(one.Symbol)).Select(one => one.Symbol).ToList();
        var tomorrow = new WatchlistTomorrow(Told.Date(next.Date), list, excluded);
        var output = ResearchFile.Write(desk, "watchlist.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            tomorrow,
        });
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("scored", scored.Count).WithCount("listed", list.Count)
                .WithCount("excluded", excluded.Count),
            Fact.Of(FactName, tomorrow));
    }
}
