using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>What the plan takes up.</summary>
/// <param name="Max">Ideas at most.</param>
/// <param name="PositionMax">Of equity, one position.</param>
/// <param name="RewardMin">Target against risk.</param>
/// <param name="ProbabilityMin">Where a model scored.</param>
/// <param name="PerSector">Ideas of one sector.</param>
public sealed record DayPlanArguments(
    [Argument("How many ideas at most.")] int Max = 6,
    [Argument("One position, of equity.", Unit = "%")] double PositionMax = 12,
    [Argument("The least gain at the target, in multiples of the risk; ideas without a target pass.")]
    double RewardMin = 1,
    [Argument("The least probability, where a model gave one.")] double ProbabilityMin = 0.4,
    [Argument("How many ideas of one sector.")] int PerSector = 2);
