using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>What is closed, and why.</summary>
/// <param name="Scope">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="Strategy">Only this strategy's.</param>
public sealed record FlattenArguments(
    [Argument("all, daytrades, losers or external.")] FlattenScope Scope = FlattenScope.Daytrades,
    [Argument("Why, for the record.")] string? Reason = null,
    [Argument("Only positions of this strategy, such as opening-range.")] string? Strategy = null);
