using Kobe.Contracts;

namespace Kobe.Plugins.Research.Planning;

/// <summary>How weights are made.</summary>
/// <param name="Days">Over how many sessions volatility is measured.</param>
/// <param name="Max">The largest weight.</param>
/// <param name="Symbols">How many symbols get one.</param>
public sealed record WeightsArguments(
    [Argument("Sessions over which volatility is measured.")] int Days = 60,
    [Argument("The largest weight, as a share.")] double Max = 0.15,
    [Argument("How many symbols get one, those that rose most in 126 sessions.")] int Symbols = 10);
