using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>What happens before the loop opens: the boot is written down, doubts are resolved, on_start rows
/// queue.</summary>
internal sealed class StartUp(BrainState state, Ending ending, ClockNotes clock)
{
    private static readonly TimeSpan ReconcileTime = TimeSpan.FromDays(3650);

    /// <returns>False when the journal refused: the brain must not start.</returns>
    public bool Run()
    {
        state.IsStarting = true;
        var isReady = state.Book.TryWrite(new RunEvent.Booted(
                state.Now, state.Ledger.Boot + 1, state.Settings.Version, state.Settings.Pid))
            && clock.Note(null)
            && BeginPlanning()
            && EndInDoubt()
            && Requeue()
            && Load()
            && QueueOnStart()
            && GiveWay()
            && state.Book.TrySync();
        state.IsStarting = false;
        return isReady;
    }

    // The first start of all plans from now on; durable, or a crash would move that beginning on.
    private bool BeginPlanning() =>
        (state.Ledger.Watermark is not null && !state.Settings.Mutations.HasFlag(Mutations.WatermarkForgotten))
        || state.Book.TryWrite(new RunEvent.Planned(state.Now, state.Now));

    private bool EndInDoubt() =>
        state.Ledger.Running is not { } run || ending.EndInDoubt(run, state.Roster.Find(run.Key.Task));

    private bool IsSameSchedule =>
        state.Ledger.Loads is [.., var last] && last.Hash == state.Roster.Schedule.Hash;

    private bool Load() => IsSameSchedule || state.Book.TryWrite(new RunEvent.Loaded(
        state.Now, state.Roster.Schedule.Hash, state.Roster.Schedule.Tasks.Count));

    private bool Requeue()
    {
        if (state.Settings.Mutations.HasFlag(Mutations.NothingWaitsAgain))
        {
            return true;
        }

        var isSame = IsSameSchedule;
        foreach (var run in state.Ledger.Open())
        {
            if (run.State != RunState.Queued || state.Queue.Of(run.Key.Task).Any(waiter => waiter.Key == run.Key))
            {
                continue;
            }

            if (state.Roster.Find(run.Key.Task) is { } task && (isSame || StillFallsDue(task, run)))
            {
                var caughtUp = run.Starts == 0 && run.By is null && run.QueuedAt - run.Due > task.Grace;
                state.Queue.Add(new Waiter(run, task, caughtUp), state.Now);
            }
            else if (!state.Book.TryWrite(new RunEvent.Closed(
                state.Now, run.Key, run.Due, FinalState.Removed, "its row was removed or edited while no brain ran")))
            {
                return false;
            }
        }

        return true;
    }

    // The journal has no rows to compare with: a row counts as edited when it has no such occurrence any more.
    private bool StillFallsDue(ScheduledTask task, Run run)
    {
        if (run.By is not null || task.Trigger is Trigger.Whenever or Trigger.OnStart)
        {
            return true;
        }

        var slot = run.Key.Slot.Split('~')[0];
        return Expansion.Of(task, run.Key.Date, state.Roster.Calendars).Any(occurrence =>
            occurrence.Key.Slot == slot && occurrence.Due == run.Due && occurrence.Presence == Presence.Live);
    }

    private bool QueueOnStart()
    {
        if (!state.Settings.OnStart)
        {
            return true;
        }

        foreach (var task in state.Roster.OnStart)
        {
            if (state.Settings.OnStartSkip.Contains(task.Id) || state.Ledger.TaskOf(task.Id)?.Disabled is not null)
            {
                continue;
            }

            if (!QueueOnStart(task))
            {
                return false;
            }
        }

        return true;
    }

    private bool QueueOnStart(ScheduledTask task)
    {
        var occurrence = Expansion.Unplanned(task, Waiting.StartSlot(state), state.Now, state.Roster.Calendars);
        var reconciles = task.Kind == TaskKind.Reconcile;
        if (!reconciles && Decider.WhyForbidden(task, state.Context()) is { } forbidden)
        {
            return state.Book.TryWrite(new RunEvent.Closed(
                state.Now, occurrence.Key, occurrence.Due, FinalState.Skipped, forbidden));
        }

        // A reconcile does not expire: entries wait for it, however long that takes.
        var expires = reconciles ? occurrence.Due + ReconcileTime : occurrence.Expires;
        if (!state.Book.TryWrite(new RunEvent.Queued(
            state.Now, occurrence.Key, occurrence.Due, expires, task.Priority)))
        {
            return false;
        }

        state.Queue.Add(new Waiter(state.Ledger.Find(occurrence.Key)!, task, caughtUp: false), state.Now);
        state.Opening.Add(occurrence.Key);
        if (reconciles && !state.Roster.IsAwaited(task))
        {
            state.UnreconciledStarts.Add(occurrence.Key);
        }

        return true;
    }

    private bool GiveWay() => state.Queue.InOrder().All(waiter => Waiting.GiveWay(state, waiter));
}
