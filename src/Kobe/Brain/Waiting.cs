using System.Globalization;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>What happens to occurrences that wait, other than a start.</summary>
internal static class Waiting
{
    /// <summary>Ends a waiting occurrence without a start.</summary>
    /// <returns>False when the journal could not take it: it goes on waiting.</returns>
    public static bool Close(
        BrainState state, Waiter waiter, FinalState final, string reason, OccurrenceKey? into = null)
    {
        if (!state.Book.TryWrite(new RunEvent.Closed(state.Now, waiter.Key, waiter.Due, final, reason, into)))
        {
            return false;
        }

        state.Queue.Remove(waiter);
        state.Opening.Remove(waiter.Key);
        state.NeedsChanged |= state.Roster.HasFollowers(waiter.Task);
        if (final is FinalState.Removed or FinalState.Disabled)
        {
            state.UnreconciledStarts.Remove(waiter.Key);
        }

        AlertRules.AfterClose(state, waiter.Task, waiter.Key, final, reason, waiter.Run.Attempts);
        return true;
    }

    /// <summary>A run waits again: unless its row is gone or edited, or a newer one waits that stands for it.</summary>
    public static void Again(BrainState state, Run run, ScheduledTask task)
    {
        var current = state.Roster.Find(task.Id);
        var isKept = current is not null && current.FallsDueLike(task);
        var waiter = new Waiter(run, isKept ? current! : task, caughtUp: false);
        state.Queue.Add(waiter, state.Now);
        if (!isKept)
        {
            Close(state, waiter, FinalState.Removed, current is null ? "row removed" : "row edited");
        }
        else if (!state.IsStarting)
        {
            GiveWay(state, waiter);
        }
    }

    /// <summary>Ends one that another stands for: a newer one of its task, or the present start of the brain.</summary>
    /// <returns>False when the journal could not take it.</returns>
    public static bool GiveWay(BrainState state, Waiter waiter) =>
        waiter.Task.Trigger is Trigger.OnStart && waiter.Run.By is null && !IsOfThisBoot(state, waiter.Key)
            ? RetireStart(state, waiter)
            : Newer(state, waiter) is not { } newer
                || Close(state, waiter, FinalState.Coalesced, "a newer one is due", newer.Key);

    /// <summary>The slot of on_start rows at the present boot.</summary>
    public static string StartSlot(BrainState state) =>
        "/boot-" + state.Ledger.Boot.ToString(CultureInfo.InvariantCulture);

    private static bool IsOfThisBoot(BrainState state, OccurrenceKey key) => key.Slot == StartSlot(state);

    // An on_start run of an earlier boot does not run any more: the present boot has its own.
    private static bool RetireStart(BrainState state, Waiter waiter)
    {
        var own = waiter.Key with { Date = DateIn(waiter.Task, state.Ledger.BootedAt!.Value), Slot = StartSlot(state) };
        return state.Ledger.Find(own) is null
            ? Close(state, waiter, FinalState.Skipped, "its start of the brain is over")
            : Close(state, waiter, FinalState.Coalesced, "the brain started anew", own);
    }

    private static DateOnly DateIn(ScheduledTask task, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, task.Zone).DateTime);

    // Rule 8, seen from the older one. A run that a person triggered stands for itself, as do those caught up one by
    // one.
    private static Waiter? Newer(BrainState state, Waiter waiter)
    {
        Waiter? newest = null;
        var oneByOne = waiter.CaughtUp && waiter.Task.CatchUp.Choice is CatchUpChoice.Earliest or CatchUpChoice.All;
        if (waiter.Task.Overlap == OverlapRule.Coalesce && waiter.Run.By is null && !oneByOne)
        {
            foreach (var other in state.Queue.Of(waiter.Key.Task))
            {
                var isNewer = other.Run.By is null && other.Due > waiter.Due;
                newest = isNewer && !(newest?.Due > other.Due) ? other : newest;
            }
        }

        return newest;
    }
}
