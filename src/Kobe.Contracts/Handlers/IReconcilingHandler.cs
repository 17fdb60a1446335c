namespace Kobe.Contracts;

/// <summary>A handler that can find out whether an attempt had its effect.</summary>
/// <remarks>
/// An attempt that was killed, died or was interrupted by a crash may or may not have done its work. Before anything
/// runs again, the scheduler asks; the answer must come from the outside world (a broker, a file), not from memory.
/// </remarks>
public interface IReconcilingHandler : ITaskHandler
{
    /// <summary>Looks whether the attempt in doubt had its effect; changes nothing.</summary>
    /// <param name="context">The attempt in doubt.</param>
    /// <param name="cancellation">Cancelled at the time limit; the process is killed soon after.</param>
    /// <returns>What was found. An exception counts as <see cref="ReconcileAnswer.Unknown"/>.</returns>
    Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation);
}
