using Kobe.Contracts;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>Which idea is tried on what.</summary>
/// <param name="Name">The idea.</param>
/// <param name="Scope">On which symbols.</param>
/// <param name="Years">On how much history.</param>
public sealed record HypothesisArguments(
    [Argument("The idea's name; without it the one that was not tried for the longest time.")] string? Name = null,
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("How much history at most.", Unit = "years")] int Years = 10);
