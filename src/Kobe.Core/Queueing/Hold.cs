namespace Kobe.Core.Queueing;

/// <summary>Why an occurrence that waits can't start now.</summary>
public enum Hold
{
    /// <summary>It can: it stands in the order.</summary>
    None,

    /// <summary>Its retry or snooze is not due yet.</summary>
    Time,

    /// <summary>Its <c>after</c> or <c>needs</c> is unmet.</summary>
    Needs,

    /// <summary>Paused, or the trading state forbids its kind.</summary>
    Forbidden,

    /// <summary>Enough caught-up occurrences have started in the last minute.</summary>
    StartLimit,
}
