using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Whose halts are watched.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Gap">From which pause on it is a halt.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record HaltsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Without a trade for so long a symbol is halted.", Default = "5m")] TimeSpan Gap = default,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = HaltsHandler.FactName);
