namespace Kobe.Core.Schedules;

/// <summary>What becomes of an occurrence that still waits when the next one of its task falls due.</summary>
public enum OverlapRule
{
    /// <summary>The older ends, coalesced into the newer.</summary>
    Coalesce,

    /// <summary>Both wait.</summary>
    Queue,
}
