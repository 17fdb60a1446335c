namespace Kobe.Plugins.Maintenance.Exports;

/// <summary>What of a date is exported.</summary>
public enum ExportKind
{
    /// <summary>Every attempt: when, how long, how it ended.</summary>
    Attempts,

    /// <summary>Every occurrence's end: state and reason.</summary>
    Ends,

    /// <summary>Every change by a person.</summary>
    Changes,

    /// <summary>Every task: how often it ended how.</summary>
    Tasks,
}
