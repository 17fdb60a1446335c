using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Which days are listed.</summary>
/// <param name="Days">How many, from tomorrow.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record WeekArguments(
    [Argument("How many days from tomorrow on.", Unit = "days")] int Days = 7,
    [Argument("The fact that is published; the file is named for it.", NamesFacts = true)]
    string Fact = WeekCalendarHandler.FactName);
