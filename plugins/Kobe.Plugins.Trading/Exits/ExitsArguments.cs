using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Which exits.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="GiveBack">Of the best gain.</param>
/// <param name="From">Multiples of risk.</param>
/// <param name="Minutes">Of a day trade.</param>
public sealed record ExitsArguments(
    [Argument("stop, target, trail, idle, planned, overdue or earnings.")] ExitKind Kind = ExitKind.Stop,
    [Argument("trail: how much of the best gain may be given back.", Unit = "%")] double GiveBack = 50,
    [Argument("trail: from which best gain on, in multiples of the risk.")] double From = 1,
    [Argument("idle: after how many minutes without half the risk gained.", Unit = "minutes")] int Minutes = 120);
