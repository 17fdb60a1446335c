using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Of which dates events are told.</summary>
/// <param name="Offset">The first date, counted from today.</param>
/// <param name="Days">How many dates.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record EconomicEventsArguments(
    [Argument("The first date, so many days from today.", Unit = "days")] int Offset = 0,
    [Argument("How many dates.", Unit = "days")] int Days = 1,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = EconomicEventsHandler.FactName);
