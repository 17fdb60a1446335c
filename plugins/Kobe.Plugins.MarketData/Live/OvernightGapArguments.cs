using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>By what the night is measured.</summary>
/// <param name="Series">The series of values that a feed brings at night.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record OvernightGapArguments(
    [Argument("The feed of values, such as index futures, that goes on at night.")] string Series = "index_futures",
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = OvernightGapHandler.FactName);
