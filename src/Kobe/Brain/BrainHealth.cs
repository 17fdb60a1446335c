using Kobe.Core.Health;
using Kobe.Views;

namespace Kobe.Brain;

/// <summary>Gathers the signs by which the brain's health is judged.</summary>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="pulse">Writes the heartbeat.</param>
internal sealed class BrainHealth(BrainBoard board, Pulse pulse)
{
    /// <summary>How the brain does now.</summary>
    public HealthReport Judge() => HealthJudge.Judge(Signs());

    private HealthSigns Signs()
    {
        var snapshot = board.Current;
        return new HealthSigns
        {
            LoopAge = board.LoopAge,
            Overdue = snapshot?.Overdue?.Count ?? 0,
            OldestOverdue = Since(snapshot?.Overdue?.OldestReadyTimestamp),
            RunAge = Since(snapshot?.Current?.StartedTimestamp),
            RunLimit = snapshot?.Current is { } run ? run.Timeout + run.Grace : null,
            JournalWorks = snapshot?.Journal.Failure is null,
            LastSync = snapshot?.Journal.LastSync ?? TimeSpan.Zero,
            Breaches = snapshot?.Breaches ?? 0,
            HeartbeatAge = pulse.Age,
            HeartbeatInterval = pulse.Interval,
            Uptime = Since(snapshot?.StartedTimestamp) ?? TimeSpan.Zero,
            Degradations = snapshot?.Degraded.Count ?? 0,
        };
    }

    private TimeSpan? Since(long? timestamp) =>
        timestamp is { } then ? board.Time.GetElapsedTime(then) : null;
}
