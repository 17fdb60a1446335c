namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>What a look at a feed's address gave.</summary>
/// <param name="Document">The document; null when it has not changed since the last look.</param>
/// <param name="ETag">The server's name of its version.</param>
/// <param name="LastModified">When the server says that it was changed.</param>
internal sealed record FeedAnswer(byte[]? Document, string? ETag, DateTimeOffset? LastModified);
