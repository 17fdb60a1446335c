using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Deletes what feeds brought long ago.</summary>
[Handler("marketdata.prune_feeds", Arguments = typeof(PruneArguments),
    About = "Deletes entries of feeds that were read long ago.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class PruneFeedsHandler : ITaskHandler
{
    internal const string FactName = "feeds.pruned";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Prune(context, context.Arguments<PruneArguments>()));

    private static TaskResult Prune(TaskContext context, PruneArguments arguments)
    {
        if (arguments.Days is < 1 or > 3660)
        {
            return new TaskResult.Fatal($"days is {arguments.Days}: it is 1 to 3660.");
        }

        var desk = DeskSession.Of(context);
        var oldest = DeskFile.Name(desk.Today.AddDays(-arguments.Days)) + ".jsonl";
        var (kept, deleted, bytes) = (0, 0, 0L);
        foreach (var feed in FeedStore.Names(desk).Where(feed => IsOf(desk, feed, arguments.Kind)))
        {
            foreach (var path in Directory.EnumerateFiles(FeedStore.At(desk, feed), "*.jsonl"))
            {
                if (string.CompareOrdinal(Path.GetFileName(path), oldest) < 0)
                {
                    (deleted, bytes) = (deleted + 1, bytes + new FileInfo(path).Length);
                    File.Delete(path);
                }
                else
                {
                    kept++;
                }
            }
        }

        return deleted == 0
            ? new TaskResult.Skipped($"none of {kept} files is older than {arguments.Days} days")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("deleted", deleted).WithCount("kept", kept).WithCount("bytes", bytes),
                Fact.Of(arguments.Fact, new { Date = desk.Today, Deleted = deleted, Kept = kept, Bytes = bytes }));
    }

    // A feed brings one kind; its newest entries say which.
    private static bool IsOf(DeskSession desk, string feed, FeedKind kind) =>
        Directory.EnumerateFiles(FeedStore.At(desk, feed), "*.jsonl").Max(StringComparer.Ordinal) is { } newest
        && File.ReadLines(newest).FirstOrDefault() is { } line
        && line.Contains($"\"kind\":{(int)kind},", StringComparison.Ordinal);
}
