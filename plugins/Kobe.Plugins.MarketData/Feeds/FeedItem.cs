namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>One entry of a feed: a headline, a filing, or a value of a series.</summary>
/// <param name="Id">What the feed calls it; else its address, else a hash of its title and time.</param>
/// <param name="Feed">The feed.</param>
/// <param name="Kind">What the feed brings.</param>
/// <param name="At">When it was published, or the time that the value is of (UTC).</param>
/// <param name="Seen">When it was read (UTC).</param>
/// <param name="Title">The headline, or the value as text; at most 300 characters.</param>
/// <param name="Link">Its address; null when there is none.</param>
/// <param name="Summary">What follows the headline, without markup; at most 600 characters.</param>
/// <param name="Symbols">The watched symbols that it names.</param>
/// <param name="Value">The value of a series; null for a text.</param>
/// <param name="Synthetic">Whether it was made up.</param>
internal sealed record FeedItem(
    string Id, string Feed, FeedKind Kind, DateTimeOffset At, DateTimeOffset Seen, string Title, string? Link,
    string? Summary, IReadOnlyList<string> Symbols, double? Value, bool Synthetic);
