namespace Kobe.Plugins.Trading.Plans;

/// <summary>An idea of the day's plan.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The strategy.</param>
/// <param name="Setup">The way of its entry: <c>opening</c>, <c>primary</c>, <c>power</c> or <c>swing</c>.</param>
/// <param name="Quantity">Shares.</param>
/// <param name="Entry">The price that it rests on, dollars a share.</param>
/// <param name="Stop">Where it is wrong.</param>
/// <param name="Target">Where the gain is taken; null for nowhere.</param>
/// <param name="Probability">The model's probability; null when no model scored it.</param>
/// <param name="Sector">The sector; empty when it is not known.</param>
internal sealed record PlannedIdea(
    string Symbol, string Strategy, string Setup, long Quantity, decimal Entry, decimal Stop, decimal? Target,
    double? Probability, string Sector);
