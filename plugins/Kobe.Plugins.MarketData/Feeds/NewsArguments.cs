using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Which headlines are gathered.</summary>
/// <param name="Scope">About which symbols.</param>
/// <param name="Since">From when on.</param>
/// <param name="Kind">From what sort of feeds.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record NewsArguments(
    [Argument("About which symbols: all, index, shares, holdings, plan, universe or watchlist.")]
    Scope Scope = Scope.All,
    [Argument("From when on: close, open, or back from now: 90m, 12h, 3d.")] string Since = "24h",
    [Argument("From which feeds: news, filings, papers or forum.")] FeedKind Kind = FeedKind.News,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = NewsHandler.FactName);
