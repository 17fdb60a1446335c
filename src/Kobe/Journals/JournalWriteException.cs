namespace Kobe.Journals;

/// <summary>The event was not written, or it is not known whether what was written is durable.</summary>
/// <param name="message">What failed.</param>
/// <param name="retryable">
/// True: nothing of it is in the journal, and the same call may work when there is room again. False: the journal has
/// failed and must be opened again.
/// </param>
/// <param name="cause">What the system said.</param>
internal sealed class JournalWriteException(string message, bool retryable, Exception? cause = null)
    : Exception($"{JournalCodes.NotWritten}: {message}", cause)
{
    /// <summary>Whether the same call may work later on this journal.</summary>
    public bool Retryable { get; } = retryable;
}
