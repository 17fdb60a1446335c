namespace Kobe.Core.Schedules;

/// <summary>
/// What a row is for; it gives the row's lateness rules where the row is silent (semantics, second table).
/// </summary>
public enum Category
{
    /// <summary>Looks after the machine and the files; the category where a row names none.</summary>
    Maintenance,

    /// <summary>May change orders or positions, or prepares that.</summary>
    Trading,

    /// <summary>Watches: only its newest result counts.</summary>
    Monitoring,

    /// <summary>Looks for ideas.</summary>
    Research,

    /// <summary>Trains and evaluates.</summary>
    Learning,
}
