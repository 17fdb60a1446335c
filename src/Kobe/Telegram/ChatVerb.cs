namespace Kobe.Telegram;

/// <summary>What may be written to the bot.</summary>
internal enum ChatVerb
{
    /// <summary>What may be written.</summary>
    Help,

    /// <summary>What the brain does now.</summary>
    Status,

    /// <summary>How it does.</summary>
    Health,

    /// <summary>What falls due next.</summary>
    Next,

    /// <summary>How the day's occurrences stand.</summary>
    Today,

    /// <summary>What is known of a task.</summary>
    Task,

    /// <summary>The last alerts.</summary>
    Alerts,

    /// <summary>The end of the log.</summary>
    Logs,

    /// <summary>The exchange's next days.</summary>
    Calendar,

    /// <summary>The program's version.</summary>
    Version,

    /// <summary>Runs a task now.</summary>
    Run,

    /// <summary>Lets a task run again.</summary>
    Enable,

    /// <summary>Keeps a task from running.</summary>
    Disable,

    /// <summary>Stops starts.</summary>
    Pause,

    /// <summary>Ends the pause.</summary>
    Resume,

    /// <summary>HALTED.</summary>
    Halt,

    /// <summary>REDUCING.</summary>
    Reduce,

    /// <summary>ACTIVE.</summary>
    Activate,

    /// <summary>Lets exits run although it is HALTED.</summary>
    ApproveExits,

    /// <summary>Confirms a command by its code.</summary>
    Yes,

    /// <summary>What the desk holds, ordered or earned.</summary>
    Desk,

    /// <summary>Closes all positions.</summary>
    Flatten,
}
