using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Over which minutes the index is measured.</summary>
/// <param name="Minutes">How many minutes before the due time.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record IndexMoveArguments(
    [Argument("How many minutes up to the due time.", Unit = "minutes")] int Minutes = 30,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = IndexMoveHandler.FactName);
