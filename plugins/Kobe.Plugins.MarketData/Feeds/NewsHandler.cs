using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Gathers by symbol what the feeds brought: how many headlines, in what tone, and which.</summary>
[Handler("marketdata.news", Arguments = typeof(NewsArguments),
    About = "Headlines, filings or posts about some symbols, counted, by symbol and tone.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class NewsHandler : ITaskHandler
{
    internal const string FactName = "news.latest";

    private const int TellMax = 20;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Gather(context, context.Arguments<NewsArguments>()));

    private static TaskResult Gather(TaskContext context, NewsArguments arguments)
    {
        var desk = DeskSession.Of(context);
        if (Since.Of(arguments.Since, desk) is not { } since)
        {
            return new TaskResult.Fatal($"since is '{arguments.Since}': it is close, open, or such as 90m, 12h, 3d.");
        }

        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var items = FeedStore.Read(desk, arguments.Kind, since)
            .Where(item => item.Symbols.Any(watched.Symbols.Contains)).ToList();
        var before = context.Facts.Find(arguments.Fact)?.As<Told>();
        if (items.Count == 0 || (before is not null && items.Max(item => item.Seen) <= before.Newest))
        {
            return new TaskResult.Skipped(items.Count == 0
                ? $"the feeds brought nothing about these symbols since {since:yyyy-MM-dd HH:mm} UTC"
                : "the feeds brought nothing new about these symbols since the last look");
        }

        var told = Told.Of(desk.Now, since, items, watched.Symbols);
        var path = DeskFile.At(desk, "news", $"{arguments.Fact}-{DeskFile.Name(desk.Today)}.json");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("headlines", items.Count).WithCount("symbols", told.Symbols.Count)
                .WithOutput(DeskFile.WriteTable(desk, path, items)),
            Fact.Of(arguments.Fact, told));
    }

    internal sealed record Told(
        DateTimeOffset At, DateTimeOffset Since, DateTimeOffset Newest, int Count, IReadOnlyList<SymbolNews> Symbols,
        IReadOnlyList<string> Headlines, bool Synthetic)
    {
        public static Told Of(
            DateTimeOffset now, DateTimeOffset since, IReadOnlyList<FeedItem> items, IReadOnlyList<string> symbols) =>
            new(
                now, since, items.Max(item => item.Seen), items.Count,
                [
                    .. from symbol in symbols
                       let about = items.Where(item => item.Symbols.Contains(symbol)).ToList()
                       where about.Count > 0
                       orderby about.Count descending, symbol
                       select new SymbolNews(
                           symbol, about.Count, Math.Round(about.Average(item => Mentions.Tone(item.Title)), 3)),
                ],
                [.. items.TakeLast(TellMax).Reverse().Select(item => item.Title)],
                items.Any(item => item.Synthetic));
    }

    internal sealed record SymbolNews(string Symbol, int Count, double Tone);
}
