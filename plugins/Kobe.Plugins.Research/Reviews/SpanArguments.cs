using Kobe.Contracts;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>Which trades are looked at.</summary>
/// <param name="Days">How many civil days back, today included.</param>
public sealed record SpanArguments(
    [Argument("Trades that were closed in so many days, today included.", Unit = "days")] int Days = 1);
