using Kobe.Contracts;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Which series is looked at.</summary>
/// <param name="Series">The feed that brings it.</param>
/// <param name="Days">How far back.</param>
/// <param name="Fact">The fact that tells of it.</param>
public sealed record SeriesArguments(
    [Argument("The feed of values.")] string Series,
    [Argument("Values of so many days are compared.", Unit = "days")] int Days = 90,
    [Argument("The fact that is published.", NamesFacts = true)] string Fact = SeriesHandler.FactName);
