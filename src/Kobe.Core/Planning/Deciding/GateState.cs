using Kobe.Core.Runs;

namespace Kobe.Core.Planning.Deciding;

/// <summary>What people, breakers and the clock forbid at one instant.</summary>
/// <param name="Paused">Whether starts are stopped, all but exits, reconcile and monitoring.</param>
/// <param name="PausedAll">Whether those are stopped too.</param>
/// <param name="Trading">The trading state.</param>
/// <param name="ExitsApproved">Whether a person approved exits since the halt.</param>
/// <param name="EntriesBlocked">Why entries are blocked besides the trading state, in a sentence; or null.</param>
public readonly record struct GateState(
    bool Paused, bool PausedAll, TradingState Trading, bool ExitsApproved, string? EntriesBlocked)
{
    /// <summary>Nothing is forbidden.</summary>
    public static GateState Open { get; }
}
