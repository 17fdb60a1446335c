namespace Kobe.Core.Schedules;

/// <summary>What follows an attempt of which nobody knows whether it had its effect.</summary>
public enum OnUnknown
{
    /// <summary>The handler is asked before anything runs again.</summary>
    Reconcile,

    /// <summary>It is run again.</summary>
    Retry,

    /// <summary>It ends interrupted.</summary>
    Skip,

    /// <summary>It is held until a person resolves it.</summary>
    Alert,

    /// <summary>The handler is asked if it can answer; otherwise a person is. Default of trading entries.</summary>
    ReconcileElseAlert,

    /// <summary>The handler is asked if it can answer; otherwise it runs again. Default of exits.</summary>
    ReconcileElseRetry,
}
