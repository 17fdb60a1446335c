using Kobe.Contracts;
using Kobe.Plugins.Learning.Models;

namespace Kobe.Plugins.Learning.Scoring;

/// <summary>What is scored by what.</summary>
/// <param name="Model">What sort of model.</param>
/// <param name="Horizon">Over how many sessions.</param>
/// <param name="Scope">Of which symbols.</param>
/// <param name="MaxAgeDays">How old a model may be.</param>
/// <param name="Fact">The fact that the scores are published as.</param>
public sealed record ScoreArguments(
    [Argument("logistic or linear.")] ModelKind Model = ModelKind.Logistic,
    [Argument("Sessions over which the outcome is measured.")] int Horizon = 5,
    [Argument("Which symbols: universe, all or a sector.")] string Scope = "universe",
    [Argument("A champion that was trained longer ago is not asked any more.", Unit = "days")] int MaxAgeDays = 45,
    [Argument("The fact that the scores are published as.", NamesFacts = true)] string Fact = "scores.today")
{
    /// <summary>The model's name.</summary>
    internal ModelName Name => new(Model, Horizon, Scope);
}
