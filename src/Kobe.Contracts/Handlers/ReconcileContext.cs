namespace Kobe.Contracts;

/// <summary>What a handler is told when it is asked about an attempt in doubt.</summary>
public sealed class ReconcileContext
{
    /// <summary>The attempt in doubt: its key, due time, start number and arguments. Clock, facts and log are of
    /// now.</summary>
    public required TaskContext Attempt { get; init; }

    /// <summary>Why it is in doubt, in a sentence.</summary>
    public required string Reason { get; init; }
}
