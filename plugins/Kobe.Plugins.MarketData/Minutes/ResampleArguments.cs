using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>Which longer bars are made.</summary>
/// <param name="Minutes">How long they are.</param>
/// <param name="Scope">Which symbols.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record ResampleArguments(
    [Argument("The length of the bars, 2 to 240.", Unit = "minutes")] int Minutes,
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = ResampleHandler.FactName);
