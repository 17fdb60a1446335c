using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Shares of the day's loss limit at which something happens.</summary>
/// <param name="Warn">A message.</param>
/// <param name="Reduce">No entries.</param>
/// <param name="Halt">No orders.</param>
/// <param name="DayLoss">Without a budget.</param>
public sealed record RiskMonitorArguments(
    [Argument("A person is warned at this share of the day's loss limit.", Unit = "%")] int Warn = 80,
    [Argument("Entries stop (REDUCING).", Unit = "%")] int Reduce = 100,
    [Argument("Everything stops (HALTED).", Unit = "%")] int Halt = 150,
    [Argument("The limit while there is no budget of today, of the day's first equity.", Unit = "%")]
    double DayLoss = 2);
