namespace Kobe.Core.Runs;

/// <summary>How an occurrence ended, for ever: a closed set, of which each occurrence reaches exactly one.</summary>
public enum FinalState
{
    /// <summary>A handler said so, or a reconcile or a person found it done.</summary>
    Succeeded,

    /// <summary>Attempts spent, or a failure that is not retried; it was discarded with an alert.</summary>
    Failed,

    /// <summary>A rule or the handler decided against it: calendar, filter, pause, need, once-per-day.</summary>
    Skipped,

    /// <summary>It was not started before its expiry.</summary>
    Expired,

    /// <summary>The brain was down, busy or the clock jumped, and its rule says not to catch up.</summary>
    Missed,

    /// <summary>Another occurrence of the same task runs in its stead.</summary>
    Coalesced,

    /// <summary>An attempt's effect is unknown and its rule says to leave it.</summary>
    Interrupted,

    /// <summary>A person cancelled or dropped it.</summary>
    Cancelled,

    /// <summary>Its row was removed or edited while it waited.</summary>
    Removed,

    /// <summary>Its row or task was disabled.</summary>
    Disabled,
}
