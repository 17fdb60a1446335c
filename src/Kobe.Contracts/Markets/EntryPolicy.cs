namespace Kobe.Contracts;

/// <summary>Whether tasks that would open or enlarge a position may run in a phase.</summary>
public enum EntryPolicy
{
    /// <summary>No entries.</summary>
    Closed,

    /// <summary>Only entries whose row lists the phase by name, such as an auction order.</summary>
    Named,

    /// <summary>All entries.</summary>
    Free,
}
