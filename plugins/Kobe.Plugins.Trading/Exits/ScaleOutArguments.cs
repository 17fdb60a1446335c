using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>When a part of the gain is taken.</summary>
/// <param name="From">Multiples of risk.</param>
/// <param name="Share">Of the position.</param>
public sealed record ScaleOutArguments(
    [Argument("From which gain on, in multiples of the risk.")] double From = 2,
    [Argument("How much of the position is sold.", Unit = "%")] double Share = 50);
