using Kobe.Contracts;

namespace Kobe.Plugins.Research.Correlations;

/// <summary>Whose returns are compared, over how long.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Days">Over how many sessions.</param>
/// <param name="Least">The least size of a correlation that is told.</param>
public sealed record CorrelationArguments(
    [Argument("Which symbols: universe, all or a sector.")] string Scope = "universe",
    [Argument("Sessions of returns.")] int Days = 60,
    [Argument("The least size of a correlation that is told, 0 to 1.")] double Least = 0.5);
