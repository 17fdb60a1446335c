using Kobe.Contracts;

namespace Kobe.Plugins.Research.Universes;

/// <summary>What a symbol must have to be traded.</summary>
/// <param name="MinPrice">The least last close.</param>
/// <param name="MinDollarVolume">The least median of close times volume.</param>
/// <param name="Days">Over how many sessions the median is taken, and how many bars there must be.</param>
/// <param name="Max">How many symbols at most.</param>
/// <param name="StaleDays">How many sessions the last bar may lie behind the newest one of all.</param>
public sealed record UniverseArguments(
    [Argument("The least last close.", Unit = "$")] double MinPrice = 5,
    [Argument("The least median of close times volume.", Unit = "$")] double MinDollarVolume = 20_000_000,
    [Argument("Sessions over which the median is taken; a symbol must have as many bars.")] int Days = 60,
    [Argument("How many symbols at most, those that trade most.")] int Max = 200,
    [Argument("Sessions by which a symbol's last bar may lie behind the newest one.")] int StaleDays = 3);
