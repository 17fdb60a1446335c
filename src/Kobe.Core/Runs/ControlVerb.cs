namespace Kobe.Core.Runs;

/// <summary>What a person, or a breaker in a person's stead, asked of the brain; each leaves an audit line.</summary>
public enum ControlVerb
{
    /// <summary>Stop starts; with the subject <c>all</c> those of exits, reconciles and monitoring too.</summary>
    Pause,

    /// <summary>End the pause.</summary>
    Resume,

    /// <summary>Let a disabled task run again; the subject is its id.</summary>
    Enable,

    /// <summary>Keep a task from running; the subject is its id.</summary>
    Disable,

    /// <summary>Trading state to HALTED; takes back an approval of exits.</summary>
    Halt,

    /// <summary>Trading state to REDUCING.</summary>
    Reduce,

    /// <summary>Trading state to ACTIVE.</summary>
    Activate,

    /// <summary>Exits may run although the state is HALTED.</summary>
    ApproveExits,

    /// <summary>Cancel an occurrence; the subject is its key. The cancelling itself is another event.</summary>
    Cancel,

    /// <summary>Run a task now; the subject is its id. The occurrence itself is another event.</summary>
    Trigger,

    /// <summary>Read the schedule again.</summary>
    Reload,

    /// <summary>The clock is right although it stands behind what was already planned: entries may run again.</summary>
    ConfirmClock,

    /// <summary>Close all positions.</summary>
    Flatten,

    /// <summary>Run a task for past dates; the subject is its id.</summary>
    Backfill,

    /// <summary>Say what became of a held occurrence; the subject is its key. The saying is another event.</summary>
    Resolve,

    /// <summary>End a quarantine; the subject is the task's id. The end itself is another event.</summary>
    Unquarantine,

    /// <summary>Add a single run at an instant; the subject is its key. The occurrence itself is another
    /// event.</summary>
    AddOnce,
}
