using Kobe.Contracts;

namespace Kobe.Plugins.Research.Regimes;

/// <summary>How a market is judged.</summary>
/// <param name="ChopAdx">Below this strength of trend the market goes nowhere.</param>
/// <param name="WildShare">The share of a year's volatilities from which on the present one is wild.</param>
public sealed record RegimeArguments(
    [Argument("The ADX below which a market without direction is choppy.")] double ChopAdx = 16,
    [Argument("From which place among a year's volatilities on the cap is halved, 0 to 1.")] double WildShare = 0.9);
