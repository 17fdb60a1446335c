using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>What happens before the loop opens: the boot is written down, doubts are resolved, on_start rows queue.</summary>
internal sealed class StartUp(BrainState state, Ending ending, ClockNotes clock)
{
    private static readonly TimeSpan ReconcileTime = TimeSpan.FromDays(3650);

    /// <returns>False when the journal refused: the brain must not start.</returns>
    public bool Run() =>
        state.Book.TryWrite(new RunEvent.Booted(
            state.Now, state.Ledger.Boot + 1, state.Settings.Version, state.Settings.Pid))
        && clock.Note(null)
        && EndInDoubt()
        && Load()
        && Requeue()
        && QueueOnStart()
        && RetireOldStarts()
        && state.Book.TrySync();

    private bool EndInDoubt() =>
        state.Ledger.Running is not { } run || ending.EndInDoubt(run, state.Roster.Find(run.Key.Task));

    private bool Load() =>
        state.Ledger.Loads is [.., var last] && last.Hash == state.Roster.Schedule.Hash
        || state.Book.TryWrite(new RunEvent.Loaded(
            state.Now, state.Roster.Schedule.Hash, state.Roster.Schedule.Tasks.Count));

    private bool Requeue()
    {
        foreach (var run in state.Ledger.Open())
        {
            if (run.State != RunState.Queued || state.Queue.Of(run.Key.Task).Any(waiter => waiter.Key == run.Key))
            {
                continue;
            }

            if (state.Roster.Find(run.Key.Task) is { } task)
            {
                var caughtUp = run.Starts == 0 && run.By is null && run.QueuedAt - run.Due > task.Grace;
                state.Queue.Add(new Waiter(run, task, caughtUp), state.Now);
            }
            else if (!state.Book.TryWrite(new RunEvent.Closed(
                state.Now, run.Key, run.Due, FinalState.Removed, "its row is gone")))
            {
                return false;
            }
        }

        return true;
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
        if (reconciles)
        {
            state.UnreconciledStarts.Add(occurrence.Key);
        }

        return true;
    }

    private bool RetireOldStarts() => state.Queue.InOrder()
        .Where(waiter => waiter.Task.Trigger is Trigger.OnStart && waiter.Run.By is null
            && !Waiting.IsOfThisBoot(state, waiter.Key))
        .All(waiter => Waiting.RetireStart(state, waiter));
}
