using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Over which time sectors are compared.</summary>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record SectorMovesArguments(
    [Argument("The move over so many complete sessions; 0 for today's session so far.", Unit = "sessions")]
    int Sessions = 1,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = SectorMovesHandler.FactName);
