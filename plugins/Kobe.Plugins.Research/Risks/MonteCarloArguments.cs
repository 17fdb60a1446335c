using Kobe.Contracts;

namespace Kobe.Plugins.Research.Risks;

/// <summary>Whose trades are drawn again.</summary>
/// <param name="Strategy">A strategy, or none for the desk's own trades.</param>
/// <param name="Trades">How many trades a path has.</param>
/// <param name="Paths">How many paths.</param>
/// <param name="Risk">What one trade risks.</param>
public sealed record MonteCarloArguments(
    [Argument("A strategy whose backtest gives the trades; without it the desk's own closed trades.")]
    string? Strategy = null,
    [Argument("How many trades a path has.")] int Trades = 100,
    [Argument("How many paths are drawn.")] int Paths = 2_000,
    [Argument("The share of equity that one trade risks.")] double Risk = 0.01);
