using Kobe.Contracts;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>Which numbers are tried.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Parameter">The number that is varied.</param>
/// <param name="Scope">On which symbols.</param>
/// <param name="Years">Over how long.</param>
public sealed record SweepArguments(
    [Argument("The strategy's name.")] string Strategy,
    [Argument("The parameter that is varied around its usual value.")] string Parameter,
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("How long, after what strategies warm up on.", Unit = "years")] int Years = 3);
