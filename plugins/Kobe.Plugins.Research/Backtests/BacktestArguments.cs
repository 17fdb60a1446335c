using Kobe.Contracts;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>What is played.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Scope">On which symbols.</param>
/// <param name="Years">Over how long.</param>
public sealed record BacktestArguments(
    [Argument("The strategy's name; without it each of them.")] string? Strategy = null,
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("How long, after what strategies warm up on.", Unit = "years")] int Years = 3);
