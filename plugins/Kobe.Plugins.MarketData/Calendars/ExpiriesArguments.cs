using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>How far ahead is looked.</summary>
/// <param name="Days">How many days.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record ExpiriesArguments(
    [Argument("How many days ahead, today included.", Unit = "days")] int Days = 35,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = ExpiriesHandler.FactName);
