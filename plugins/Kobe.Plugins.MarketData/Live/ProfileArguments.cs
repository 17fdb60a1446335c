using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Whose volume is laid out by price and by time.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Levels">Into how many prices the range is cut.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record ProfileArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Into how many steps the day's range is cut.")] int Levels = 24,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = VolumeProfileHandler.FactName);
