using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>What is too much.</summary>
/// <param name="Risks">Multiples of the planned risk.</param>
/// <param name="Share">Of equity.</param>
/// <param name="Fall">Of the price paid.</param>
public sealed record EmergencyArguments(
    [Argument("A loss of so many times the planned risk.")] double Risks = 2,
    [Argument("A loss of so much of equity in one position.", Unit = "%")] double Share = 2,
    [Argument("A fall of so much from the price paid.", Unit = "%")] double Fall = 15);
