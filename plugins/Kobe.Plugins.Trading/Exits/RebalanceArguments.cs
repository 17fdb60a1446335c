using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Which weights are too large.</summary>
/// <param name="Weight">One position.</param>
/// <param name="Exposure">All positions.</param>
public sealed record RebalanceArguments(
    [Argument("The most of one position, of equity.", Unit = "%")] double Weight = 15,
    [Argument("The most of all positions, of equity.", Unit = "%")] double Exposure = 95);
