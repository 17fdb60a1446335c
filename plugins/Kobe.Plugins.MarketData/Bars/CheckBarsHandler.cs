using Kobe.Contracts;
using Kobe.Desk.Bars.Quality;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Looks through stored daily bars for what makes decisions wrong, and names symbols to leave alone.</summary>
[Handler("marketdata.check_bars", Arguments = typeof(CheckBarsArguments),
    About = "Checks stored daily bars for wrong, missing and old ones; sets symbols aside with the reason.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class CheckBarsHandler : ITaskHandler
{
    internal const string FactName = "bars.quality";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Check(context, context.Arguments<CheckBarsArguments>(), cancellation));

    private static TaskResult Check(TaskContext context, CheckBarsArguments arguments, CancellationToken cancellation)
    {
        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope, arguments.Sector);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var (since, all, findings) = (desk.Today.AddDays(-arguments.Window), new List<SymbolQuality>(), 0);
        foreach (var symbol in watched.Symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (desk.Raw(symbol) is { Count: > 0 } stored)
            {
                var report = QualityCheck.Of(
                    new(stored, desk.Store.Quarantined(stored.Name), []), desk.Source.FactorsOf(symbol),
                    desk.Market.Calendar, desk.Now);
                findings += report.Findings.Count;
                all.Add(SymbolQuality.Of(report, since));
            }
        }

        if (all.Count == 0)
        {
            return new TaskResult.Skipped("no daily bars are stored yet: marketdata.daily_bars stores them");
        }

        var aside = all.Where(one => one.SetAside is not null).ToList();
        Tell(context, arguments.Fact, aside);
        var path = DeskFile.At(desk, "quality", $"{arguments.Fact}.json");
        var fact = new BarsQuality(
            desk.Today, all.Count, findings, [.. aside.Select(one => one.Symbol)], desk.Source.IsSynthetic);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithCount("bars", all.Sum(one => (long)one.Bars))
                .WithCount("findings", findings).WithCount("set_aside", aside.Count)
                .WithOutput(DeskFile.Write(path, new { fact.Date, fact.Synthetic, Symbols = all })),
            Fact.Of(arguments.Fact, fact));
    }

    // What was told the last time is no news.
    private static void Tell(TaskContext context, string fact, List<SymbolQuality> aside)
    {
        var before = context.Facts.Find(fact)?.As<BarsQuality>()?.Quarantined ?? [];
        foreach (var one in aside.Where(one => !before.Contains(one.Symbol)))
        {
            context.Discover(new("bars", $"{one.Symbol} is set aside: {one.SetAside}"));
        }
    }
}
