using Kobe.Contracts;

namespace Kobe.Plugins.Learning.Models;

/// <summary>Which model.</summary>
/// <param name="Model">What sort.</param>
/// <param name="Horizon">Over how many sessions.</param>
/// <param name="Scope">Of which symbols.</param>
/// <param name="Years">Of how much history.</param>
public sealed record ModelArguments(
    [Argument("logistic or linear.")] ModelKind Model = ModelKind.Logistic,
    [Argument("Sessions over which the outcome is measured.")] int Horizon = 5,
    [Argument("Which symbols: universe, all or a sector.")] string Scope = "universe",
    [Argument("How much history at most.", Unit = "years")] int Years = 3)
{
    /// <summary>The model's name.</summary>
    internal ModelName Name => new(Model, Horizon, Scope);
}
