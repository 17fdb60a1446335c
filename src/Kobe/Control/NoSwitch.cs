using Kobe.Core.Runs;

namespace Kobe.Control;

/// <summary>Where there is no state directory: simulated brains.</summary>
internal sealed class NoSwitch : ITradingSwitch
{
    public SwitchReading Read() => SwitchReading.Nothing;

    public void Write(TradingRecord record)
    {
        // The journal has it.
    }

    public void RemoveKillSwitch()
    {
        // There is none.
    }
}
