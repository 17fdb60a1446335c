using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Which feed is read, and what it may cost.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Kind">What it brings.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Timeout">How long a server may take.</param>
/// <param name="SizeMax">How large a document may be.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record FeedArguments(
    [Argument("The feed's name here: small letters, digits, _ and -.")] string Name,
    [Argument("What it brings: news, series, filings, papers or forum.")] FeedKind Kind,
    [Argument("http(s)://…, file: and a path, or own: the file in desk/feeds/in/, else made-up entries.")]
    string Url = "own",
    [Argument("The longest that a server may take.", Default = "20s")] TimeSpan Timeout = default,
    [Argument("The largest document that is read.", Unit = "MB")] double SizeMax = 5,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = FeedHandler.FactName);
