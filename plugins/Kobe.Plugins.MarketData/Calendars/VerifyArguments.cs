using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>How many sessions are compared.</summary>
/// <param name="Sessions">How many to come, and as many that were.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record VerifyArguments(
    [Argument("So many sessions ahead, and as many back.", Unit = "sessions")] int Sessions = 10,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = VerifyCalendarHandler.FactName);
