using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>The table of what can be traded: since when, until when, in which sector, new and gone symbols.</summary>
[Handler("marketdata.assets", Arguments = typeof(AssetsArguments),
    About = "What the source has: first and last session, sector, price; what is new and what is gone.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class AssetsHandler : ITaskHandler
{
    internal const string FactName = "assets.today";

    private const int TellMax = 200;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<AssetsArguments>();
        var desk = DeskSession.Of(context);
        if (arguments.GoneAfter < 1 || desk.LastComplete() is not { } last)
        {
            return new TaskResult.Fatal("gone_after is at least 1, and a session must have ended.");
        }

        var oldest = desk.LastSessions(arguments.GoneAfter)[0].Date;
        var all = new List<Asset>();
        foreach (var symbol in desk.Symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            var reading = await desk.Source.DailyAsync(symbol, desk.Now, cancellation);
            if (reading.Series is { Count: > 0 } series)
            {
                var calendar = desk.Market.Calendar;
                var (from, to) = (calendar.DateOf(series[0].Start), calendar.DateOf(series[^1].Start));
                all.Add(new(symbol, desk.Source.SectorOf(symbol), from, to, series[^1].Close, to >= oldest));
            }
        }

        if (all.Count == 0)
        {
            return new TaskResult.Skipped("the source has no daily bars");
        }

        var path = DeskFile.At(desk, $"{arguments.Fact}.json");
        var before = DeskFile.Read<KeptTable<Asset>>(path)?.Rows;
        var added = before is null ? []
            : all.Select(one => one.Symbol).Except(before.Select(one => one.Symbol)).ToList();
        var gone = all.Where(one => !one.Trades).Select(one => one.Symbol)
            .Concat(before?.Select(one => one.Symbol).Except(all.Select(one => one.Symbol)) ?? [])
            .Order(StringComparer.Ordinal).ToList();
        Tell(context, desk, gone);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithCount("trading", all.Count(one => one.Trades))
                .WithCount("added", added.Count).WithCount("gone", gone.Count)
                .WithOutput(DeskFile.WriteTable(desk, path, all)),
            Fact.Of(arguments.Fact, new
            {
                last.Date,
                Symbols = all.Count,
                Added = added.Take(TellMax),
                Gone = gone.Take(TellMax),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }

    // What is held and gone can't be sold any more: somebody has to look.
    private static void Tell(TaskContext context, DeskSession desk, List<string> gone)
    {
        foreach (var symbol in Watched.Of(desk, context.Facts, Scope.Holdings).Symbols.Intersect(gone))
        {
            context.Notify(Urgency.Normal, $"{symbol} is held and has no bars any more: it may be delisted.");
        }
    }

    internal sealed record Asset(
        string Symbol, string Sector, DateOnly First, DateOnly Last, double Close, bool Trades);
}
