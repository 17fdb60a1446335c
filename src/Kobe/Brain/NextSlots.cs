using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>When a row falls due next, as seen from one of its occurrences: a retry must not displace that.</summary>
internal static class NextSlots
{
    // A retry waits an hour at most by default, and days at the very most.
    private const int DaysAhead = 3;

    /// <summary>The slot that a retry must not reach (UTC); null when none comes within days.</summary>
    /// <remarks>
    /// The slot after the occurrence's own: if that has fallen due already, it stands for this one. Where occurrences
    /// queue one behind the other instead, only a slot still to come can be displaced.
    /// </remarks>
    public static DateTimeOffset? After(BrainState state, ScheduledTask task, Run run)
    {
        if (task.Trigger is Trigger.Whenever or Trigger.OnStart or Trigger.Once || run.By is not null)
        {
            return null;
        }

        var from = task.Overlap == OverlapRule.Coalesce ? run.Due : state.Now;
        return state.Roster.Timeline.NextOf(task, from, DaysAhead);
    }
}
