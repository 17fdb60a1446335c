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

    /// <summary>Whether the same is forbidden.</summary>
    /// <remarks>Asked several times a turn; the generated one would have its comparers compiled at every start.
    /// </remarks>
    /// <param name="other">What is forbidden at another instant.</param>
    public bool Equals(GateState other) => Paused == other.Paused && PausedAll == other.PausedAll
        && Trading == other.Trading && ExitsApproved == other.ExitsApproved
        && EntriesBlocked == other.EntriesBlocked;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Trading, EntriesBlocked);
}
