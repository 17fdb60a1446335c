namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>Which tasks are looked at: those of a category, or of one kind of trading.</summary>
public enum TaskGroup
{
    /// <summary>All of them.</summary>
    Any,

    /// <summary>Those of trading.</summary>
    Trading,

    /// <summary>Those that open positions.</summary>
    Entries,

    /// <summary>Those that close positions.</summary>
    Exits,

    /// <summary>Those that compare the books with the broker's.</summary>
    Reconciles,

    /// <summary>Those of monitoring.</summary>
    Monitoring,

    /// <summary>Those of maintenance.</summary>
    Maintenance,

    /// <summary>Those of research.</summary>
    Research,

    /// <summary>Those of learning.</summary>
    Learning,
}
