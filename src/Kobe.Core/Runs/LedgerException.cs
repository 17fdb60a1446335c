namespace Kobe.Core.Runs;

/// <summary>An event that cannot follow the ones before it: a mistake in the program, or a changed journal.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>Says which event and why.</summary>
    /// <param name="seq">Its sequence number.</param>
    /// <param name="what">The event.</param>
    /// <param name="problem">Why it cannot follow.</param>
    public LedgerException(long seq, RunEvent what, string problem)
        : base($"Event {seq} ({what?.GetType().Name}) cannot follow: {problem}") => Seq = seq;

    /// <summary>The event's sequence number.</summary>
    public long Seq { get; }
}
