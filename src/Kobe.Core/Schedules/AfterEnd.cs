namespace Kobe.Core.Schedules;

/// <summary>How the task that a row waits for must have ended.</summary>
public enum AfterEnd
{
    /// <summary>Succeeded.</summary>
    Success,

    /// <summary>Ended in whatever way.</summary>
    Any,
}
