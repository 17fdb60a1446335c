using Kobe.Contracts;
using Kobe.Plugins.Learning.Models;

namespace Kobe.Plugins.Learning.Training;

/// <summary>Which models are searched.</summary>
/// <param name="Model">What sort.</param>
/// <param name="Scope">Of which symbols.</param>
/// <param name="Years">Of how much history.</param>
/// <param name="Folds">How many stretches are judged.</param>
public sealed record SearchArguments(
    [Argument("logistic or linear.")] ModelKind Model = ModelKind.Logistic,
    [Argument("Which symbols: universe, all or a sector.")] string Scope = "universe",
    [Argument("How much history at most.", Unit = "years")] int Years = 3,
    [Argument("Stretches of dates that are judged, each by what was learnt before it.")] int Folds = 3);
