namespace Kobe.Core.Runs;

/// <summary>How one attempt ended. Not how the occurrence ended: that is <see cref="FinalState"/>.</summary>
public enum RunResult
{
    /// <summary>The handler answered that it is done.</summary>
    Succeeded,

    /// <summary>It failed and may be tried again.</summary>
    Failed,

    /// <summary>It failed and is not tried again.</summary>
    Fatal,

    /// <summary>Killed, died or interrupted: it may or may not have had its effect.</summary>
    Unknown,

    /// <summary>The handler asked to be called later; no attempt is used.</summary>
    Snoozed,

    /// <summary>The handler decided that there is nothing to do.</summary>
    Skipped,

    /// <summary>It gave way to a critical occurrence; no attempt is used.</summary>
    Preempted,

    /// <summary>A person cancelled it.</summary>
    Cancelled,
}
