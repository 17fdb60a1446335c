namespace Kobe.Brain;

/// <summary>The three clocks of the machine, or of a simulation.</summary>
internal interface IBrainClock
{
    /// <summary>All three at one moment.</summary>
    ClockReading Read();
}
