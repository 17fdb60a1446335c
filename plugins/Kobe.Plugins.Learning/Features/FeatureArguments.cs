using Kobe.Contracts;

namespace Kobe.Plugins.Learning.Features;

/// <summary>Which features are made.</summary>
/// <param name="Horizon">Over how many sessions the outcome is measured.</param>
/// <param name="Scope">Of which symbols.</param>
/// <param name="Years">Of how much history.</param>
public sealed record FeatureArguments(
    [Argument("Sessions over which the outcome is measured.")] int Horizon = 5,
    [Argument("Which symbols: universe, all or a sector.")] string Scope = "universe",
    [Argument("How much history at most.", Unit = "years")] int Years = 3);
