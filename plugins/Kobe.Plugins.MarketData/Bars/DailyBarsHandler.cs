using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Stores the daily bars that are missing at either end of each series, and lists the holes.</summary>
[Handler("marketdata.daily_bars", Arguments = typeof(DailyBarsArguments),
    About = "Stores the daily bars that are missing, and lists sessions without one.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class DailyBarsHandler : ITaskHandler
{
    internal const string FactName = "bars.daily";

    private const int YearsMax = 60;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<DailyBarsArguments>();
        if (arguments.Years is < 1 or > YearsMax)
        {
            return new TaskResult.Fatal($"years is {arguments.Years}: it is 1 to {YearsMax}.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope, arguments.Sector);
        if (watched.Nothing is { } nothing || desk.LastComplete() is not { } last)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "no session has ended yet");
        }

        var (gaps, unread) = (GapList.Read(desk), new List<string>());
        var (added, refused) = (0, 0);
        var from = desk.Now.AddYears(-arguments.Years);
        foreach (var symbol in watched.Symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            var reading = await desk.Source.DailyAsync(symbol, desk.Now, cancellation);
            if (reading.Series is not { } series)
            {
                unread.Add(reading.Errors[0].ToString());
                continue;
            }

            var report = Store(desk, reading, Outside(series, desk.Raw(symbol), from));
            (added, refused) = (added + report.Added, refused + report.Refused);
            gaps = gaps.With(symbol, GapList.MissingIn(desk.Raw(symbol), desk.Market.Calendar, last.Date), desk.Today);
        }

        foreach (var problem in unread)
        {
            context.Log.Warning(problem);
        }

        if (unread.Count == watched.Symbols.Count)
        {
            return new TaskResult.Failed($"No daily bars could be read: {unread[0]}");
        }

        var fact = new DailyBars(
            last.Date, watched.Symbols.Count - unread.Count, added, gaps.Open, refused, desk.Source.IsSynthetic);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", fact.Symbols).WithCount("added", added).WithCount("refused", refused)
                .WithCount("gaps", fact.Gaps).WithCount("unreadable", unread.Count).WithOutput(gaps.Write(desk)),
            Fact.Of(arguments.Fact, fact));
    }

    // Holes between stored bars are the backfill's: it knows how often the source was asked.
    private static BarSeries Outside(BarSeries series, BarSeries stored, DateTimeOffset from)
    {
        var (first, last) = stored.Count > 0
            ? (stored[0].StartTicks, stored[^1].EndTicks) : (long.MaxValue, long.MaxValue);
        return new(series.Name, Array.FindAll(
            series.All.ToArray(),
            bar => bar.StartTicks >= from.UtcTicks && (bar.StartTicks < first || bar.StartTicks >= last)));
    }

    private static (int Added, int Refused) Store(DeskSession desk, BarReading reading, BarSeries missing)
    {
        if (reading.Quarantined.Count > 0)
        {
            var known = desk.Store.Quarantined(missing.Name);
            desk.Store.Quarantine(missing.Name, [.. reading.Quarantined.Except(known)]);
        }

        if (missing.Count == 0)
        {
            return default;
        }

        var report = desk.Store.Append(missing);
        return (report.Added, report.Refused.Count);
    }
}
