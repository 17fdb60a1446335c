using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Signals;

/// <summary>What is looked for in today's minutes.</summary>
/// <param name="Kind">Which idea.</param>
/// <param name="Minutes">The minutes of the opening range.</param>
/// <param name="ShareMin">The least gap or rise.</param>
/// <param name="VolumeMin">The least volume of the range, as a multiple of the usual.</param>
/// <param name="Reward">The target, in multiples of the risk.</param>
/// <param name="Max">How many ideas are kept.</param>
public sealed record DaySignalsArguments(
    [Argument("opening_range, gap or trend.")] DayScanKind Kind,
    [Argument("How many minutes make the opening range.", Unit = "minutes")] int Minutes = 15,
    [Argument("The least gap, or the least rise since the open.", Unit = "%")] double ShareMin = 0.8,
    [Argument("The least volume of the opening range against the same minutes of usual days; with fewer than five days "
        + "of stored minutes against as many average minutes, which an open exceeds easily.")]
    double VolumeMin = 1,
    [Argument("Where the gain is taken, in multiples of the risk.")] double Reward = 2,
    [Argument("How many ideas are kept, the best first.")] int Max = 5);
