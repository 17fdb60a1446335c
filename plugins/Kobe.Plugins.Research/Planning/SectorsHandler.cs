using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Hypotheses;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Planning;

/// <summary>Which sectors lead.</summary>
[Handler("research.sectors", Arguments = typeof(SectorsArguments),
    About = "Ranks sectors by the mean return of their symbols against the market.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class SectorsHandler : ITaskHandler
{
    private const string FactName = "sectors.latest";
    private const int UsualDays = 63;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Rank(context, DeskSession.Of(context), context.Arguments<SectorsArguments>().Days));
    }

    private static TaskResult Rank(TaskContext context, DeskSession desk, int days)
    {
        var panel = Scope.Panel(context, desk, Scope.Universe, Math.Max(50, days) + 2);
        var marks = Enumerable.Range(0, panel.Count)
            .Select(symbol => new SymbolMark(new(panel, symbol), panel.Days - 1))
            .Where(mark => double.IsFinite(mark.Change(days))).ToList();
        var market = marks.Count > 0 ? marks.Average(mark => mark.Change(days)) : 0;
        var sectors = marks.GroupBy(mark => desk.Source.SectorOf(panel.Symbols[mark.Days.Symbol]))
            .Where(group => group.Key.Length > 0)
            .Select(group => new SectorStrength(
                group.Key, group.Count(), Math.Round(group.Average(mark => mark.Change(days)), 5),
                Math.Round(group.Average(mark => mark.Change(days)) - market, 5),
                Math.Round(group.Average(mark => mark.ToMean(50) > 0 ? 1.0 : 0), 3)))
            .OrderByDescending(one => one.Relative).ThenBy(one => one.Sector, StringComparer.Ordinal).ToList();
        if (sectors.Count == 0)
        {
            return new TaskResult.Skipped(
                "No symbol with enough bars has a sector: a folder names them in sectors.csv (symbol, sector).");
        }

        var name = days.ToString(CultureInfo.InvariantCulture);
        var output = ResearchFile.Write(desk, $"sectors/{Slug.Of(name)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            days,
            sectors,
        });
        var evidence = Evidence.None.WithOutput(output).WithCount("sectors", sectors.Count)
            .WithCount("symbols", marks.Count);
        return days == UsualDays
            ? new TaskResult.Succeeded(evidence, Fact.Of(FactName, new { date = Told.Date(desk.Today), sectors }))
            : new TaskResult.Succeeded(evidence);
    }
}
