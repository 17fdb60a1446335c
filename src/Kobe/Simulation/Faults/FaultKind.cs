namespace Kobe.Simulation.Faults;

/// <summary>What can go wrong, or be asked, while the brain runs: each has a rate of so many a day.</summary>
internal enum FaultKind
{
    /// <summary>The machine loses power, and with it what was not synced.</summary>
    PowerCut,

    /// <summary>The process is killed.</summary>
    Kill,

    /// <summary>An orderly stop, now and then with a second signal.</summary>
    Stop,

    /// <summary>The clock is set forward.</summary>
    ClockForward,

    /// <summary>The clock is set back.</summary>
    ClockBack,

    /// <summary>The machine sleeps.</summary>
    Suspend,

    /// <summary>The disk is full for a while.</summary>
    DiskFull,

    /// <summary>A sync fails.</summary>
    SyncFails,

    /// <summary>A write fails for good.</summary>
    WriteFails,

    /// <summary>The schedule is edited and read again.</summary>
    Reload,

    /// <summary>A person pauses, halts, reduces or disables.</summary>
    Control,

    /// <summary>A person cancels what runs or waits.</summary>
    Cancel,

    /// <summary>Many tasks are triggered at once.</summary>
    Burst,

    /// <summary>The machine loses power while it writes: a line may be torn. A run that has this keeps its journal as
    /// bytes, with the shipped reader and writer of files.</summary>
    TornWrite,
}
