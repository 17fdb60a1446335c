namespace Kobe.Brain.Faults;

/// <summary>The steps of a run between which a crash makes a difference, in their order.</summary>
internal enum CrashPoint
{
    /// <summary>The start is decided and not written.</summary>
    BeforeStarted,

    /// <summary>It is written and not synced.</summary>
    StartedWritten,

    /// <summary>It is durable, and nobody has been called.</summary>
    StartedSynced,

    /// <summary>The runner has the order.</summary>
    Invoked,

    /// <summary>The handler says that its effect has happened.</summary>
    AfterEffect,

    /// <summary>The end is written and not synced.</summary>
    EndedWritten,

    /// <summary>The end is durable, and nothing has followed.</summary>
    EndedSynced,
}
