using Kobe.Contracts;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>What is proved on days that it was not chosen on.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Parameter">The number that is chosen.</param>
/// <param name="Scope">On which symbols.</param>
/// <param name="Years">Over how long.</param>
/// <param name="TrainDays">Sessions to choose on.</param>
/// <param name="TestDays">Sessions to prove on.</param>
public sealed record WalkForwardArguments(
    [Argument("The strategy's name.")] string Strategy = "trend-pullback",
    [Argument("The parameter that is chosen anew on each stretch; without it the first one.")]
    string? Parameter = null,
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("How long, after what strategies warm up on.", Unit = "years")] int Years = 5,
    [Argument("Sessions to choose on.")] int TrainDays = 189,
    [Argument("Sessions to prove on.")] int TestDays = 63);
