using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>Looks through the minutes of the session that is on, or of the last one, for halts, holes and prints that
/// cannot be true.</summary>
[Handler("marketdata.check_minutes", Arguments = typeof(CheckMinutesArguments),
    About = "Checks a session's minutes for missing ones, halts, outliers and minutes without volume.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class CheckMinutesHandler : ITaskHandler
{
    internal const string FactName = "bars.minute_quality";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<CheckMinutesArguments>();
        if (!(arguments.Deviations >= 3))
        {
            return new TaskResult.Fatal($"deviations is {arguments.Deviations}: it is at least 3.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope, arguments.Sector);
        var day = desk.OpenNow() is null ? desk.LastComplete() : desk.Market.Calendar.On(desk.Today);
        if (watched.Nothing is { } nothing || day?.Session is not { } session)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "there has been no session yet");
        }

        var all = new List<MinuteQuality>();
        foreach (var symbol in watched.Symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            var reading = await desk.Source.MinutesAsync(symbol, day.Date, desk.Now, cancellation);
            if (reading.Series is { Count: > 0 } minutes)
            {
                all.Add(MinuteQuality.Of(minutes, day.Date, session, desk.Now, arguments.Deviations));
            }
        }

        return all.Count == 0
            ? new TaskResult.Skipped($"the source has no minutes of {day.Date:yyyy-MM-dd}")
            : Told(desk, arguments.Fact, day, all);
    }

    private static TaskResult.Succeeded Told(
        DeskSession desk, string fact, TradingDay day, List<MinuteQuality> all)
    {
        var path = DeskFile.At(desk, "minute_quality", $"{fact}-{DeskFile.Name(day.Date)}.json");
        var findings = all.Sum(one => one.Findings);
        return new(
            Evidence.None.WithCount("symbols", all.Count).WithCount("minutes", all.Sum(one => (long)one.Bars))
                .WithCount("findings", findings).WithOutput(DeskFile.WriteTable(desk, path, all)),
            Fact.Of(fact, new
            {
                day.Date,
                Checked = all.Count,
                Findings = findings,
                Halted = all.Where(one => one.Halts > 0).Select(one => one.Symbol).Take(200),
                Outliers = all.Where(one => one.Outliers > 0).Select(one => one.Symbol).Take(200),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}
