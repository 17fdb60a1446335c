using Kobe.Core.Runs;

namespace Kobe.Control;

/// <summary>What the files of the trading state say.</summary>
/// <param name="Record">The state of trading_state.json; null when there is no such file.</param>
/// <param name="KillSwitch">Whether KILL_SWITCH is there, or nobody can tell.</param>
/// <param name="By">Who put it there, as far as it says.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct SwitchReading(TradingRecord? Record, bool KillSwitch, string By, string Reason)
{
    /// <summary>There are no files.</summary>
    public static SwitchReading Nothing { get; } = new(null, KillSwitch: false, "", "");

    /// <summary>The stricter of both.</summary>
    public TradingState State => KillSwitch ? TradingState.HALTED : Record?.State ?? TradingState.ACTIVE;
}
