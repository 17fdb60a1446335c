namespace Kobe.Core.Runs;

/// <summary>How a person resolves a held occurrence.</summary>
public enum Resolution
{
    /// <summary>It took effect: Succeeded.</summary>
    Done,

    /// <summary>It did not: it is queued again.</summary>
    Rerun,

    /// <summary>Leave it: Cancelled.</summary>
    Drop,
}
