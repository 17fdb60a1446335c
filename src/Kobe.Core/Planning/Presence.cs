namespace Kobe.Core.Planning;

/// <summary>What the calendar and the clock changes make of an occurrence, before anything else is asked.</summary>
public enum Presence
{
    /// <summary>It stands, and is to be decided.</summary>
    Live,

    /// <summary>It exists but for an exchange closing or early close: it ends skipped, reason calendar.</summary>
    ClosedByCalendar,

    /// <summary>It meets a later slot of its task at the same instant and ends coalesced into that.</summary>
    Coalesced,
}
