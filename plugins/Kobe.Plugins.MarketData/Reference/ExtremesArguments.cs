using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Over how many sessions a high is a new one.</summary>
/// <param name="Sessions">How many.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record ExtremesArguments(
    [Argument("A new high or low is one of so many sessions.", Unit = "sessions")] int Sessions = 252,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = ExtremesHandler.FactName);
