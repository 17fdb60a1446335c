using Kobe.Core.Runs;

namespace Kobe.Control;

/// <summary>The trading state as files of the state directory have it: a second way in that needs no brain.</summary>
internal interface ITradingSwitch
{
    /// <summary>What the files say; an error while reading is HALTED with the error as reason.</summary>
    SwitchReading Read();

    /// <summary>Puts the state into trading_state.json.</summary>
    /// <exception cref="IOException">It could not.</exception>
    void Write(TradingRecord record);

    /// <summary>Removes KILL_SWITCH.</summary>
    /// <exception cref="IOException">It is still there.</exception>
    void RemoveKillSwitch();
}
