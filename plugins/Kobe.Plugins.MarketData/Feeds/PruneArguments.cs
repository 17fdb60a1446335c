using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>How long entries are kept.</summary>
/// <param name="Kind">Of what sort of feeds.</param>
/// <param name="Days">For how many days.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record PruneArguments(
    [Argument("Of which feeds: news, series, filings, papers or forum.")] FeedKind Kind,
    [Argument("Entries that were read so many days ago stay.", Unit = "days")] int Days = 90,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = PruneFeedsHandler.FactName);
