namespace Kobe.Core.Runs;

/// <summary>What a handler knows about an attempt whose end is unknown.</summary>
public enum ReconcileAnswer
{
    /// <summary>It took effect.</summary>
    Done,

    /// <summary>It did not.</summary>
    NotDone,

    /// <summary>The handler cannot tell either.</summary>
    Unknown,
}
