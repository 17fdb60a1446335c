using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>What may be lost.</summary>
/// <param name="TradeRisk">Of equity, one entry at its stop.</param>
/// <param name="DayLoss">Of equity, all of a day.</param>
/// <param name="Positions">Positions at once.</param>
/// <param name="Exposure">Of equity, all positions.</param>
public sealed record RiskBudgetArguments(
    [Argument("What one entry loses at its stop, of equity.", Unit = "%")] double TradeRisk = 0.5,
    [Argument("The loss of a day at which entries stop, of equity.", Unit = "%")] double DayLoss = 2,
    [Argument("How many positions at once.")] int Positions = 10,
    [Argument("All positions together, of equity.", Unit = "%")] double Exposure = 90);
