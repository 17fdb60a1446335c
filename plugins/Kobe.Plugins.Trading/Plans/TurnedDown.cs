namespace Kobe.Plugins.Trading.Plans;

/// <summary>An idea that is not in the plan, and why.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The strategy.</param>
/// <param name="Why">The reason, in a sentence.</param>
internal sealed record TurnedDown(string Symbol, string Strategy, string Why);
