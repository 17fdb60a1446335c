namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>What is remembered of a feed between two looks: <c>state.json</c> in its folder.</summary>
/// <param name="Address">The address that the tags below belong to.</param>
/// <param name="ETag">The server's name of the version that was read; null when it gives none.</param>
/// <param name="LastModified">When the server says that it was changed.</param>
/// <param name="ReadAt">When it was last read, changed or not (UTC).</param>
/// <param name="Known">The newest ids, oldest first: an entry that comes again is no news.</param>
internal sealed record FeedState(
    string Address, string? ETag, DateTimeOffset? LastModified, DateTimeOffset ReadAt, IReadOnlyList<string> Known)
{
    /// <summary>So many ids are remembered; feeds carry some hundred entries.</summary>
    public const int KnownMax = 5_000;
}
