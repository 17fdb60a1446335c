using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Deciding;

/// <summary>Whether a pause, the trading state or the clock lets a row start. Source: semantics, "The
/// market".</summary>
public static class Gate
{
    /// <summary>What forbids a start, in a few words; null when nothing does.</summary>
    /// <param name="task">The row.</param>
    /// <param name="state">What is forbidden now.</param>
    public static string? WhyClosed(ScheduledTask task, in GateState state)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (state.PausedAll || (state.Paused && !RunsThroughPause(task)))
        {
            return "paused";
        }

        return task.Kind switch
        {
            TaskKind.Entry when state.Trading == TradingState.HALTED => "halted: no entries",
            TaskKind.Exit when state.Trading == TradingState.HALTED && !state.ExitsApproved =>
                "halted: exits wait for kobe approve-exits",
            TaskKind.Entry when state.Trading == TradingState.REDUCING => "reducing: no entries",
            TaskKind.Entry => state.EntriesBlocked,
            _ => null,
        };
    }

    private static bool RunsThroughPause(ScheduledTask task) =>
        task.Category == Category.Monitoring || task.Kind is TaskKind.Exit or TaskKind.Reconcile;
}
