using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Stops;

/// <summary>How stops move.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Ranges">Of the average true range.</param>
/// <param name="From">Multiples of risk.</param>
public sealed record RatchetArguments(
    [Argument("trail, breakeven or decided.")] RatchetRule Rule = RatchetRule.Trail,
    [Argument("trail: how many average true ranges below the highest price.")] double Ranges = 3,
    [Argument("breakeven: from which gain on, in multiples of the risk.")] double From = 1);
