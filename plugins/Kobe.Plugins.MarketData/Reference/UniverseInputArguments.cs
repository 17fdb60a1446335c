using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Over how many sessions symbols are measured.</summary>
/// <param name="Sessions">How many.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record UniverseInputArguments(
    [Argument("Means are of so many sessions.", Unit = "sessions")] int Sessions = 60,
    [Argument("The fact that is published; the table is named for it.", NamesFacts = true)]
    string Fact = UniverseInputHandler.FactName);
