using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Which feeds are summed up.</summary>
/// <param name="Kind">From what sort of feeds.</param>
/// <param name="Hours">Over how many hours, against as many before.</param>
/// <param name="Rise">From which rise on a symbol is told of.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record DigestArguments(
    [Argument("From which feeds: news, filings, papers or forum.")] FeedKind Kind,
    [Argument("So many hours, against as many before.", Unit = "hours")] int Hours = 24,
    [Argument("So many times as often is a rise.")] double Rise = 2,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = FeedDigestHandler.FactName);
