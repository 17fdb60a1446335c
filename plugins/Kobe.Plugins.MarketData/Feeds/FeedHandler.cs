using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Reads one feed and keeps what is new of it.</summary>
/// <remarks>Without an address nothing leaves the machine: the owner's file in <c>desk/feeds/in/</c> is read, or, for
/// made-up prices, entries are made up.</remarks>
[Handler("marketdata.feed", Arguments = typeof(FeedArguments),
    About = "Reads a feed (RSS, Atom, JSON, table of values) from an address or a file and keeps what is new.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class FeedHandler : ITaskHandler
{
    internal const string FactName = "feed.latest";

    private const double SizeMax = 50;
    private const int TellMax = 10;

    // Clocks differ a little; what lies further ahead is of a time that this clock has not reached.
    private static readonly TimeSpan AheadMax = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<FeedArguments>();
        if (!FeedStore.IsName(arguments.Name) || !(arguments.SizeMax > 0 && arguments.SizeMax <= SizeMax)
            || arguments.Timeout <= TimeSpan.Zero)
        {
            return new TaskResult.Fatal(
                $"name is small letters, digits, _ and -; size_max is above 0 and at most {SizeMax} MB; timeout is "
                + "above 0.");
        }

        var desk = DeskSession.Of(context);
        var state = DeskFile.Read<FeedState>(StateOf(desk, arguments.Name));
        try
        {
            var source = await FeedSource.ReadAsync(desk, arguments, state, context.Clock, cancellation);
            return source.Nothing is { } nothing
                ? Unchanged(desk, arguments, state, source, nothing)
                : Keep(desk, arguments, state, source);
        }
        catch (Exception bad) when (bad is IOException or HttpRequestException or InvalidDataException
            or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"The feed {arguments.Name} was not read: {bad.Message}");
        }
    }

    private static TaskResult.Succeeded Told(
        DeskSession desk, FeedArguments arguments, List<FeedItem> fresh, Evidence evidence) => new(
        evidence,
        Fact.Of(arguments.Fact, new
        {
            At = desk.Now,
            Feed = arguments.Name,
            New = fresh.Count,
            Newest = fresh.Max(item => item.At),
            Last = fresh.OrderByDescending(item => item.At).Take(TellMax)
                .Select(item => new { item.At, item.Title, item.Symbols, item.Value }),
            Synthetic = fresh.Any(item => item.Synthetic),
        }));

    private static TaskResult Keep(
        DeskSession desk, FeedArguments arguments, FeedState? state, FeedSource source)
    {
        var symbols = desk.Symbols.ToHashSet(StringComparer.Ordinal);
        var items = source.Entries
            .Select(entry => entry.Item(arguments.Name, arguments.Kind, desk.Now, symbols, source.Synthetic))
            .ToList();
        var ahead = items.RemoveAll(item => item.At > desk.Now + AheadMax);
        var known = new HashSet<string>(state?.Known ?? [], StringComparer.Ordinal);
        var fresh = items.Where(item => known.Add(item.Id)).OrderBy(item => item.At)
            .ThenBy(item => item.Id, StringComparer.Ordinal).ToList();
        var path = fresh.Count > 0 ? FeedStore.Append(desk, arguments.Name, fresh) : null;
        Remember(desk, arguments, source, [.. state?.Known ?? [], .. fresh.Select(item => item.Id)]);
        return path is null
            ? new TaskResult.Skipped($"all {items.Count} entries of {arguments.Name} are known")
            : Told(desk, arguments, fresh, Evidence.None.WithCount("entries", source.Entries.Count)
                .WithCount("new", fresh.Count).WithCount("known", items.Count - fresh.Count)
                .WithCount("ahead", ahead).WithCount("bytes", source.Bytes).WithOutput(Output.OfFile(path)));
    }

    private static TaskResult.Skipped Unchanged(
        DeskSession desk, FeedArguments arguments, FeedState? state, FeedSource source, string nothing)
    {
        if (state is not null)
        {
            Remember(desk, arguments, source, state.Known);
        }

        return new(nothing);
    }

    // Behind the entries: a crash between the two makes entries come twice, and readers take each once.
    private static void Remember(
        DeskSession desk, FeedArguments arguments, FeedSource source, IReadOnlyList<string> known) =>
        DeskFile.Write(StateOf(desk, arguments.Name), new FeedState(
            source.Address, source.ETag, source.LastModified, desk.Now, [.. known.TakeLast(FeedState.KnownMax)]));

    private static string StateOf(DeskSession desk, string feed) => FeedStore.At(desk, feed, "state.json");
}
