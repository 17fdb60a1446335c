using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>What came of a look at a feed, wherever it is.</summary>
/// <param name="Address">Where it was read.</param>
/// <param name="Entries">Its entries.</param>
/// <param name="Bytes">How large the document was.</param>
/// <param name="ETag">The server's name of its version.</param>
/// <param name="LastModified">When it was changed.</param>
/// <param name="Synthetic">Whether the entries were made up.</param>
/// <param name="Nothing">Why there was nothing to read; null when there was something.</param>
internal sealed record FeedSource(
    string Address, IReadOnlyList<FeedEntry> Entries, long Bytes, string? ETag, DateTimeOffset? LastModified,
    bool Synthetic, string? Nothing)
{
    private const string FilePrefix = "file:";

    // What the shipped rows say as long as the environment has no address.
    private const string Own = "own";

    private const double UsualLevel = 100;

    private static readonly string[] Endings = [".xml", ".json", ".csv"];

    /// <summary>Looks at the feed where the row says, or at the owner's file, or makes entries up.</summary>
    public static async Task<FeedSource> ReadAsync(
        DeskSession desk, FeedArguments arguments, FeedState? state, TimeProvider time, CancellationToken cancellation)
    {
        var url = arguments.Url.Trim();
        var bytesMax = (long)(arguments.SizeMax * 1e6);
        if (url.StartsWith(FilePrefix, StringComparison.OrdinalIgnoreCase))
        {
            var named = Uri.TryCreate(url, UriKind.Absolute, out var file) && file.AbsolutePath.StartsWith("//")
                ? file.LocalPath : url[FilePrefix.Length..];
            return OfFile(Path.Combine(Inbox(desk), named), state, bytesMax);
        }

        if (url.Length > 0 && url != Own)
        {
            return await OfServerAsync(url, arguments, state, time, bytesMax, cancellation);
        }

        var own = Endings.Select(ending => Path.Combine(Inbox(desk), arguments.Name + ending))
            .FirstOrDefault(File.Exists);
        return own is not null ? OfFile(own, state, bytesMax)
            : desk.Source.IsSynthetic ? MadeUp(desk, arguments, state)
            : Of("", $"the feed {arguments.Name} has no address: give the row a url, or put {arguments.Name}.xml, "
                + $".json or .csv into {Inbox(desk)}");
    }

    private static string Inbox(DeskSession desk) => desk.PathOf("feeds", "in");

    private static FeedSource Of(string address, string nothing) => new(address, [], 0, null, null, false, nothing);

    private static FeedSource OfFile(string path, FeedState? state, long bytesMax)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new IOException($"{path} is not there.");
        }

        if (file.Length > bytesMax)
        {
            throw new IOException($"{path} is larger than {bytesMax} bytes.");
        }

        var changed = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        return state?.Address == path && state.LastModified == changed
            ? Of(path, $"{path} has not changed since it was read") with { LastModified = changed }
            : new(path, FeedDocument.Read(File.ReadAllBytes(path)), file.Length, null, changed, false, null);
    }

    private static async Task<FeedSource> OfServerAsync(
        string url, FeedArguments arguments, FeedState? state, TimeProvider time, long bytesMax,
        CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidDataException($"'{url}' is no address: it begins with https://, http:// or file:.");
        }

        using var reader = new FeedReader(time, arguments.Timeout, bytesMax);
        var answer = await reader.ReadAsync(address, state, cancellation);
        return answer.Document is not { } document
            ? Of(address.ToString(), $"{arguments.Name} has not changed since it was read") with
            {
                ETag = answer.ETag,
                LastModified = answer.LastModified,
            }
            : new(
                address.ToString(), FeedDocument.Read(document), document.Length, answer.ETag, answer.LastModified,
                false, null);
    }

    private static FeedSource MadeUp(DeskSession desk, FeedArguments arguments, FeedState? state)
    {
        var index = desk.Raw(desk.Source.Index);
        var entries = MadeUpFeed.Of(
            desk.Settings.Seed, arguments.Name, arguments.Kind, desk.Symbols,
            index.Count > 0 ? index[^1].Close : UsualLevel, state?.ReadAt ?? DateTimeOffset.MinValue, desk.Now);
        return entries.Count == 0
            ? Of("made up", $"no hour has begun since {arguments.Name} was read")
            : new("made up", entries, 0, null, null, true, null);
    }
}
