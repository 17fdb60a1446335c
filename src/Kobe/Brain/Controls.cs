using Kobe.Core.Runs;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Applies what people, breakers and the supervision of runners ask of the loop.</summary>
internal sealed class Controls(
    BrainState state, LaneWatch lane, Intake intake, ClockNotes clock, ByHand byHand)
{
    /// <summary>Does what a person asks.</summary>
    /// <returns>False when the journal could not take it: it has to be applied again.</returns>
    public bool Apply(BrainMessage message)
    {
        var done = message switch
        {
            BrainMessage.Steer steer => Steer(steer),
            BrainMessage.Reload reload => Reload(reload.Roster),
            BrainMessage.Trigger trigger => byHand.Trigger(trigger),
            BrainMessage.Resolve resolve => byHand.Resolve(resolve),
            BrainMessage.Unquarantine unquarantine => byHand.Unquarantine(unquarantine),
            _ => true,
        };
        state.GateChanged = true;
        return done && (state.Book.TrySync() || state.Book.IsBroken);
    }

    public void Apply(RunnerChange change)
    {
        switch (change)
        {
            case RunnerChange.Gone gone:
                state.Alerts.Raise(AlertLevel.Notice, $"RUNNER: {gone.Why}");
                break;
            case RunnerChange.Refused refused:
                state.Alerts.Raise(AlertLevel.Critical, $"RUNNER: {refused.Why}");
                break;
            default:
                break;
        }
    }

    private bool Steer(BrainMessage.Steer steer) =>
        (steer.Verb != ControlVerb.Cancel || Cancel(steer))
        && state.Book.TryWrite(new RunEvent.Control(
            state.Now, steer.Verb, steer.Subject, steer.By, steer.Reason, steer.Until));

    // Everything due up to now is decided under the old schedule first; nothing past is fired.
    private bool Reload(Roster next)
    {
        if (!intake.Plan(clock.Unplanned, through: true) || !RemoveEdited(next)
            || !state.Book.TryWrite(new RunEvent.Loaded(state.Now, next.Schedule.Hash, next.Schedule.Tasks.Count)))
        {
            return false;
        }

        clock.Planned();
        state.Replace(next);
        state.NeedsChanged = true;
        return true;
    }

    private bool RemoveEdited(Roster next)
    {
        foreach (var waiter in state.Queue.InOrder())
        {
            var task = next.Find(waiter.Key.Task);
            if (task is not null && task.FallsDueLike(waiter.Task))
            {
                state.Queue.Replace(waiter, task, state.Now);
            }
            else if (!Waiting.Close(state, waiter, FinalState.Removed, task is null ? "row removed" : "row edited"))
            {
                return false;
            }
        }

        return true;
    }

    private bool Cancel(BrainMessage.Steer steer)
    {
        if (state.Lane is { } running && running.KeyText == steer.Subject)
        {
            lane.CancelFor(steer.By);
            return true;
        }

        foreach (var waiter in state.Queue.InOrder())
        {
            if (waiter.Key.ToString() == steer.Subject)
            {
                return Waiting.Close(state, waiter, FinalState.Cancelled, $"cancelled by {steer.By}: {steer.Reason}");
            }
        }

        return true;
    }
}
