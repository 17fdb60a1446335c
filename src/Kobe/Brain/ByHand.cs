using Kobe.Core.Planning;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>What a person does with single runs and tasks: trigger, resolve, end a quarantine.</summary>
/// <remarks>Each returns false when the journal could not take it, and true when there is nothing (more) to
/// do.</remarks>
internal sealed class ByHand(BrainState state)
{
    public bool Trigger(BrainMessage.Trigger trigger)
    {
        if (state.Roster.Find(trigger.Task) is not { } task)
        {
            return true;
        }

        var occurrence = Expansion.Unplanned(task, "/manual-" + trigger.Id, state.Now, state.Roster.Calendars);
        var triggered = new RunEvent.Triggered(
            state.Now, occurrence.Key, occurrence.Due, occurrence.Expires, task.Priority, trigger.By, trigger.Args,
            trigger.Force);
        if (state.Ledger.Refusal(triggered) is null)
        {
            if (!state.Book.TryWrite(triggered))
            {
                return false;
            }

            state.Queue.Add(new Waiter(state.Ledger.Find(occurrence.Key)!, task, caughtUp: false), state.Now);
        }

        return state.Book.TryWrite(new RunEvent.Control(
            state.Now, ControlVerb.Trigger, trigger.Task, trigger.By, trigger.Reason));
    }

    public bool Resolve(BrainMessage.Resolve resolve)
    {
        var task = state.Roster.Find(resolve.Key.Task);
        if (resolve.How == Resolution.Rerun && task is null)
        {
            state.Alerts.Raise(AlertLevel.Warning, $"RESOLVE: {resolve.Key} can't run again: its row is gone");
            return true;
        }

        var run = state.Ledger.Find(resolve.Key);
        var resolved = new RunEvent.Resolved(
            state.Now, resolve.Key, resolve.How, resolve.By, resolve.Reason, NewExpiry(run, resolve.How));
        if (run is null || state.Ledger.Refusal(resolved) is not null)
        {
            return true;
        }

        if (!state.Book.TryWrite(resolved))
        {
            return false;
        }

        state.NeedsChanged = true;
        if (resolve.How == Resolution.Rerun)
        {
            state.Queue.Add(new Waiter(run, task!, caughtUp: false), state.Now);
        }

        return true;
    }

    public bool Unquarantine(BrainMessage.Unquarantine unquarantine) =>
        state.Ledger.TaskOf(unquarantine.Task)?.Quarantine is null
        || state.Book.TryWrite(
            new RunEvent.Unquarantined(state.Now, unquarantine.Task, unquarantine.By, unquarantine.Reason));

    // Who says rerun means now: it gets the same time again that it had when it fell due.
    private DateTimeOffset? NewExpiry(Run? run, Resolution how) =>
        how == Resolution.Rerun && run is not null && run.Expires <= state.Now
            ? state.Now + (run.Expires - run.Due)
            : null;
}
