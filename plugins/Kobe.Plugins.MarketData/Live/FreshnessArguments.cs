using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>How old the newest minute may be.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="MaxAge">Up to which age a minute is new.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record FreshnessArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("The last minute may have ended so long ago.", Default = "2m")] TimeSpan MaxAge = default,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = FreshnessHandler.FactName);
