namespace Kobe.Desk.Orders;

/// <summary>What became of the closing of one position.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="End">How far it got.</param>
/// <param name="Text">What happened, in a sentence.</param>
public sealed record FlattenResult(string Symbol, FlattenEnd End, string Text);
