using Kobe.Contracts;
using Kobe.Plugins.Learning.Models;

namespace Kobe.Plugins.Learning.Training;

/// <summary>What is trained.</summary>
/// <param name="Model">What sort.</param>
/// <param name="Horizon">Over how many sessions.</param>
/// <param name="Scope">Of which symbols.</param>
/// <param name="Years">Of how much history.</param>
/// <param name="Ridge">What large weights cost.</param>
/// <param name="HeldDays">How many dates are held back.</param>
/// <param name="EverySessions">How many new dates are worth a training.</param>
public sealed record RetrainArguments(
    [Argument("logistic or linear.")] ModelKind Model = ModelKind.Logistic,
    [Argument("Sessions over which the outcome is measured.")] int Horizon = 5,
    [Argument("Which symbols: universe, all or a sector.")] string Scope = "universe",
    [Argument("How much history at most.", Unit = "years")] int Years = 3,
    [Argument("What large weights cost, in rows.")] double Ridge = 50,
    [Argument("Dates that are held back from the learning.")] int HeldDays = 60,
    [Argument("So many new dates, or drift, are worth a training.")] int EverySessions = 5)
{
    /// <summary>The model's name.</summary>
    internal ModelName Name => new(Model, Horizon, Scope);
}
