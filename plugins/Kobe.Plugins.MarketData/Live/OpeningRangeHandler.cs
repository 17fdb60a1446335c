using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Records high, low and volume of the first minutes of a session.</summary>
[Handler("marketdata.opening_range", Arguments = typeof(OpeningRangeArguments),
    About = "Records high, low and volume of each symbol since the open.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class OpeningRangeHandler : ITaskHandler
{
    internal const string FactName = "opening_range.today";

    // A fact has at most 64 KiB; the file has all of them.
    private const int RangesMax = 400;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<OpeningRangeArguments>();
        var desk = DeskSession.Of(context);
        if (desk.Market.Calendar.On(desk.Today).Session is not { } session)
        {
            return new TaskResult.Skipped("there is no session today");
        }

        var whole = (int)(session.Close - session.Open).TotalMinutes;
        if (arguments.Minutes is { } asked && (asked < 1 || asked > whole))
        {
            return new TaskResult.Fatal($"minutes is {asked}: it is 1 to the {whole} of today's session.");
        }

        // The work is for the due time, however late it starts.
        var minutes = arguments.Minutes ?? (int)Math.Min(whole, (context.DueAt - session.Open).TotalMinutes);
        if (minutes < 1)
        {
            return new TaskResult.Skipped("the market has not been open for a minute");
        }

        var until = session.Open.AddMinutes(minutes);
        if (desk.Now < until)
        {
            return new TaskResult.Snoozed(until, $"the first {minutes} minutes end then");
        }

        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var ranges = new List<SymbolRange>();
        foreach (var symbol in watched.Symbols)
        {
            var bars = await desk.TodayAsync(symbol, cancellation);
            if (SymbolRange.Of(symbol, bars.AsOf(until)) is { } range)
            {
                ranges.Add(range);
            }
        }

        return ranges.Count == 0
            ? new TaskResult.Skipped("nothing has traded since the open")
            : Keep(desk, arguments.Fact, new(desk.Today, minutes, ranges, desk.Source.IsSynthetic));
    }

    private static TaskResult.Succeeded Keep(DeskSession desk, string name, OpeningRange range)
    {
        var path = DeskFile.At(
            desk, "opening_range", DeskFile.Name(range.Date), $"{name}-{range.Minutes}.json");
        return new(
            Evidence.None.WithCount("symbols", range.Ranges.Count).WithCount("minutes", range.Minutes)
                .WithOutput(DeskFile.Write(path, range)),
            Fact.Of(name, range with { Ranges = [.. range.Ranges.Take(RangesMax)] }));
    }
}
