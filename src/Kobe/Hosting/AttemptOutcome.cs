namespace Kobe.Hosting;

/// <summary>How a start ended, as far as the host can tell.</summary>
internal enum AttemptOutcome
{
    /// <summary>The handler said that the work is done.</summary>
    Succeeded,

    /// <summary>It failed; trying again may help.</summary>
    Failed,

    /// <summary>It failed; trying again can't help.</summary>
    Fatal,

    /// <summary>The process lives, and it can't be told whether the work was done.</summary>
    Unknown,

    /// <summary>The handler wants to run later.</summary>
    Snoozed,

    /// <summary>The handler had nothing to do.</summary>
    Skipped,

    /// <summary>The handler heeded its token.</summary>
    Cancelled,

    /// <summary>The answer to a question about an attempt in doubt.</summary>
    Reconciled,

    /// <summary>The process ended without an answer, killed or by itself; nothing of it is left.</summary>
    Died,

    /// <summary>No handler was called, so nothing can have happened.</summary>
    NotStarted,
}
