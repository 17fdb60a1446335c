using Kobe.Contracts;

namespace Kobe.Plugins.Research.Gaps;

/// <summary>Which gaps are told.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Least">The least size of a gap.</param>
/// <param name="Max">How many at most.</param>
public sealed record GapArguments(
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("The least size of a gap, as a share of the last close.")] double Least = 0.01,
    [Argument("How many at most, the largest ones.")] int Max = 40);
