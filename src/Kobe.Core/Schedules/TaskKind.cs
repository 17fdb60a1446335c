namespace Kobe.Core.Schedules;

/// <summary>What a trading row does to positions; pause, trading state and phases ask for it.</summary>
public enum TaskKind
{
    /// <summary>May open or enlarge a position.</summary>
    Entry,

    /// <summary>May only close or shrink one.</summary>
    Exit,

    /// <summary>Compares the books with the broker's.</summary>
    Reconcile,

    /// <summary>None of these.</summary>
    Other,
}
