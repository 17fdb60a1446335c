using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Whose volume is compared.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Sessions">With how many sessions.</param>
/// <param name="Alert">From which ratio on it is a finding.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record RelativeVolumeArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("How many complete sessions it is compared with.", Unit = "sessions")] int Sessions = 3,
    [Argument("A ratio of so much is unusual.")] double Alert = 2.5,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = RelativeVolumeHandler.FactName);
