using Kobe.Contracts;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Whose reports are told, and how long nothing is bought around them.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Before">From how many sessions before a report.</param>
/// <param name="After">To how many sessions after it.</param>
/// <param name="Days">How far ahead reports are listed.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record EarningsArguments(
    [Argument("Which symbols: all, index, shares, holdings, plan, universe or watchlist.")] Scope Scope = Scope.All,
    [Argument("Nothing is bought from so many sessions before a report.", Unit = "sessions")] int Before = 2,
    [Argument("Nothing is bought to so many sessions after it.", Unit = "sessions")] int After = 1,
    [Argument("Reports of so many days are listed.", Unit = "days")] int Days = 14,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = EarningsHandler.FactName);
