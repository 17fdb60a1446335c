using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>How far back.</summary>
/// <param name="Days">Civil days.</param>
public sealed record StrategyResultArguments(
    [Argument("How many days back, today included.", Unit = "days")] int Days = 30);
