using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>From when on a symbol is too expensive to trade.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="SpreadMax">The widest spread.</param>
/// <param name="DollarsMin">The least trade in a minute.</param>
/// <param name="Minutes">How many minutes back are looked at.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record SpreadsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("A wider spread blocks a symbol.", Unit = "%")] double SpreadMax = 0.5,
    [Argument("Less trade in a usual minute blocks a symbol.", Unit = "USD")] double DollarsMin = 2000,
    [Argument("How many minutes back.", Unit = "minutes")] int Minutes = 30,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = SpreadsHandler.FactName);
