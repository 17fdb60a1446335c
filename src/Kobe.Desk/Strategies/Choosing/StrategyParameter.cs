namespace Kobe.Desk.Strategies.Choosing;

/// <summary>A number that a strategy takes.</summary>
/// <param name="Name">Its name, in snake_case.</param>
/// <param name="Default">The value where nobody gives one.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The most.</param>
/// <param name="IsWhole">Whether it counts something.</param>
/// <param name="About">What it means, with its unit.</param>
public sealed record StrategyParameter(
    string Name, double Default, double Min, double Max, bool IsWhole, string About);
