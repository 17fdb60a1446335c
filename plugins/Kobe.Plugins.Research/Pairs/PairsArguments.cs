using Kobe.Contracts;

namespace Kobe.Plugins.Research.Pairs;

/// <summary>Which pairs are watched.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Days">Over how many sessions they are compared.</param>
/// <param name="Least">The least correlation of a pair.</param>
/// <param name="Apart">How many deviations apart is told.</param>
public sealed record PairsArguments(
    [Argument("Which symbols: universe, all or a sector.")] string Scope = "universe",
    [Argument("Sessions over which two symbols are compared.")] int Days = 60,
    [Argument("The least correlation of the daily returns of a pair.")] double Least = 0.6,
    [Argument("From how many deviations on a pair is apart.")] double Apart = 2);
