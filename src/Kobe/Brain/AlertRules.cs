using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>What people must be told of an occurrence that ended while it waited.</summary>
internal static class AlertRules
{
    /// <summary>How urgent a handler's message is.</summary>
    public static AlertLevel LevelOf(Urgency urgency) => urgency switch
    {
        Urgency.Low => AlertLevel.Notice,
        Urgency.Normal => AlertLevel.Warning,
        _ => AlertLevel.Critical,
    };

    public static void AfterClose(
        BrainState state, ScheduledTask task, OccurrenceKey key, FinalState final, string? reason, int attempts = 0)
    {
        var trades = task.Kind is TaskKind.Entry or TaskKind.Exit;
        if (final == FinalState.Expired && attempts > 0)
        {
            state.Alerts.Raise(
                AlertLevel.Warning, $"SCHEDULER FAILURE: {task.Id} failed {attempts}x: its retry expired: {key}");
        }
        else if (final == FinalState.Expired && trades)
        {
            state.Alerts.Raise(AlertLevel.Warning, $"EXPIRED: {key}: {reason}");
        }
        else if (final == FinalState.Missed && task.Priority == 1)
        {
            state.Alerts.Raise(AlertLevel.Critical, $"MISSED: {key}: {reason}");
        }
    }
}
