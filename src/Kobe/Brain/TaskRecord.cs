using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>The last run of a task.</summary>
/// <param name="Task">Its id.</param>
/// <param name="LastKey">The occurrence that started last.</param>
/// <param name="LastStartedAt">When, UTC.</param>
/// <param name="LastEndedAt">When its last attempt ended, UTC.</param>
/// <param name="LastResult">How that attempt ended, as the journal calls it.</param>
/// <param name="LastFinal">How the occurrence ended; null while it has not.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="Quarantine">Why it is in quarantine; null when it is not.</param>
/// <param name="Disabled">Why it is disabled; null when it is not.</param>
internal sealed record TaskRecord(
    string Task, string? LastKey, DateTimeOffset? LastStartedAt, DateTimeOffset? LastEndedAt, string? LastResult,
    string? LastFinal, int Failures, string? Quarantine, string? Disabled)
{
    /// <summary>Copies what the ledger knows of a task.</summary>
    public static TaskRecord Of(TaskStanding standing) => new(
        standing.Task, standing.LastKey?.ToString(), standing.LastStartedAt, standing.LastEndedAt,
        standing.LastResult is { } result ? result.ToString().ToLowerInvariant() : null,
        standing.LastFinal is { } final ? final.ToString().ToLowerInvariant() : null,
        standing.Failures, standing.Quarantine?.Reason, standing.Disabled?.Reason);
}
