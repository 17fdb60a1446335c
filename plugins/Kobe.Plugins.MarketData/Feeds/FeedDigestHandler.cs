using Kobe.Contracts;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Sums up what feeds of a kind brought: which symbols and words come up more often than before.</summary>
[Handler("marketdata.feed_digest", Arguments = typeof(DigestArguments),
    About = "What feeds are about: symbols and words, and which come up more often than before.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class FeedDigestHandler : ITaskHandler
{
    internal const string FactName = "feeds.digest";

    private const int HoursMax = 24 * 31;
    private const int TellMax = 20;
    private const int WordLengthMin = 5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<DigestArguments>();
        if (arguments.Hours is < 1 or > HoursMax || !(arguments.Rise > 1))
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal($"hours is 1 to {HoursMax}, rise above 1."));
        }

        var desk = DeskSession.Of(context);
        var middle = desk.Now.AddHours(-arguments.Hours);
        var items = FeedStore.Read(desk, arguments.Kind, desk.Now.AddHours(-2 * arguments.Hours));
        var now = items.Where(item => item.At > middle).ToList();
        var before = items.Where(item => item.At <= middle).ToList();
        if (now.Count == 0)
        {
            var kind = arguments.Kind.ToString().ToLowerInvariant();
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"no feed of {kind} brought anything in {arguments.Hours} hours"));
        }

        var symbols = Counted(now.SelectMany(item => item.Symbols), before.SelectMany(item => item.Symbols));
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithCount("entries", now.Count).WithCount("entries_before", before.Count)
                .WithCount("symbols", symbols.Count),
            Fact.Of(arguments.Fact, new
            {
                At = desk.Now,
                arguments.Hours,
                Entries = now.Count,
                Before = before.Count,
                Symbols = symbols.Take(TellMax),
                Rising = symbols.Where(one => one.Count >= arguments.Rise * Math.Max(1, one.Before)).Take(TellMax),
                Words = Counted(now.SelectMany(Words), before.SelectMany(Words)).Take(TellMax),
                Synthetic = now.Any(item => item.Synthetic),
            })));
    }

    /// <summary>How often each comes up now and before, the most frequent first.</summary>
    internal static IReadOnlyList<Line> Counted(IEnumerable<string> now, IEnumerable<string> before)
    {
        var then = before.GroupBy(one => one).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. now.GroupBy(one => one)
                .Select(group => new Line(group.Key, group.Count(), then.GetValueOrDefault(group.Key)))
                .OrderByDescending(line => line.Count).ThenBy(line => line.What, StringComparer.Ordinal),
        ];
    }

    // A word counts once for an entry; short ones say little.
    private static IEnumerable<string> Words(FeedItem item) => item.Title.ToLowerInvariant()
        .Split([' ', ',', '.', ':', ';', '?', '!', '(', ')', '"', '\''], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= WordLengthMin && word.All(char.IsLetter) && word != "synthetic").Distinct();

    internal sealed record Line(string What, int Count, int Before);
}
