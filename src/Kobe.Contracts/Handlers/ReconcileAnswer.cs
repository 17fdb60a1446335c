namespace Kobe.Contracts;

/// <summary>Whether an attempt in doubt had its effect.</summary>
public enum ReconcileAnswer
{
    /// <summary>It can't be told; a person or the row's policy decides.</summary>
    Unknown,

    /// <summary>It had its whole effect: the occurrence ends as succeeded.</summary>
    Done,

    /// <summary>It had no effect: it may run again.</summary>
    NotDone,
}
