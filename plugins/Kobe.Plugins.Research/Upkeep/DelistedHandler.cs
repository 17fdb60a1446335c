using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Upkeep;

/// <summary>Symbols that are gone: their history stays, so that studies do not only know survivors.</summary>
[Handler("research.delisted", Arguments = typeof(DelistedArguments),
    About = "Lists stored symbols whose bars ended while others went on, and keeps their names for studies.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class DelistedHandler : ITaskHandler
{
    private const string FactName = "symbols.gone";
    private const string FileName = "gone.json";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Sweep(
            context, DeskSession.Of(context), Math.Max(1, context.Arguments<DelistedArguments>().Sessions)));
    }

    private static TaskResult Sweep(TaskContext context, DeskSession desk, int sessions)
    {
        var stored = desk.Store.Series()
            .Where(name => name.Interval == BarInterval.Day && name.Adjustment == Adjustment.Raw)
            .Select(name => desk.Raw(name.Symbol)).Where(series => series.Count > 0)
            .OrderBy(series => series.Name.Symbol, StringComparer.Ordinal).ToList();
        if (stored.Count == 0)
        {
            return new TaskResult.Skipped("No daily bars are stored: run marketdata.daily_bars first.");
        }

        var border = Scope.FreshFrom(desk, stored.Max(series => series[^1].EndTicks), sessions);
        var gone = stored.Where(series => series[^1].EndTicks < border).Select(series => new GoneSymbol(
            series.Name.Symbol, Told.Date(desk.Market.Calendar.DateOf(series[^1].Start)), series.Count,
            series[^1].Close, desk.Symbols.Contains(series.Name.Symbol))).ToList();
        var known = ResearchFile.Read<GoneFile>(desk, FileName)?.Gone.Select(one => one.Symbol).ToHashSet() ?? [];
        foreach (var one in gone.Where(one => !known.Contains(one.Symbol)))
        {
            Told.Find(
                context, desk, "symbols", $"{one.Symbol} has had no bar since {one.Last}.",
                "Its history stays in the store. If it is held, see what became of it.");
        }

        var output = ResearchFile.Write(
            desk, FileName, new GoneFile(desk.Source.Name, desk.Source.IsSynthetic, Told.Date(desk.Today), gone));
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("stored", stored.Count).WithCount("gone", gone.Count),
            Fact.Of(FactName, new { date = Told.Date(desk.Today), symbols = gone.Select(one => one.Symbol) }));
    }
}
